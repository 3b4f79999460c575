// What is left of ids that nothing has any more is found by the id of the tombstone.

CREATE CONSTRAINT tombstone_id IF NOT EXISTS FOR (n:Tombstone) REQUIRE n.id IS UNIQUE;
CREATE INDEX tombstone_id_index IF NOT EXISTS FOR (n:Tombstone) ON (n.id);
