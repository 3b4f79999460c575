// What was changed, by whom and why: revisions are found by number and key, changes by the thing.

CREATE CONSTRAINT revision_id IF NOT EXISTS FOR (n:Revision) REQUIRE n.id IS UNIQUE;
CREATE INDEX revision_id_index IF NOT EXISTS FOR (n:Revision) ON (n.id);
CREATE INDEX revision_number_index IF NOT EXISTS FOR (n:Revision) ON (n.number);
CREATE INDEX revision_request_index IF NOT EXISTS FOR (n:Revision) ON (n.request);
CREATE CONSTRAINT change_id IF NOT EXISTS FOR (n:Change) REQUIRE n.id IS UNIQUE;
CREATE INDEX change_id_index IF NOT EXISTS FOR (n:Change) ON (n.id);
CREATE INDEX change_of_index IF NOT EXISTS FOR (n:Change) ON (n.of);
