// How far each webhook has come is found by its name.

CREATE CONSTRAINT hook_id IF NOT EXISTS FOR (n:Hook) REQUIRE n.id IS UNIQUE;
CREATE INDEX hook_id_index IF NOT EXISTS FOR (n:Hook) ON (n.id);
