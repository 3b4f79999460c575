// What imports keep in the graph: what data sets say of the things of others, and which import is under way.

CREATE CONSTRAINT detail_id IF NOT EXISTS FOR (n:Detail) REQUIRE n.id IS UNIQUE;
CREATE INDEX detail_id_index IF NOT EXISTS FOR (n:Detail) ON (n.id);
CREATE INDEX detail_of_index IF NOT EXISTS FOR (n:Detail) ON (n.of);
CREATE CONSTRAINT import_id IF NOT EXISTS FOR (n:Import) REQUIRE n.id IS UNIQUE;
CREATE INDEX import_id_index IF NOT EXISTS FOR (n:Import) ON (n.id);
