// Ids are unique, and found by an index. Neo4j backs a unique constraint with an index of its own and
// then leaves the second statement of each pair without effect; Grafeo needs both.

CREATE CONSTRAINT kembar_id IF NOT EXISTS FOR (n:Kembar) REQUIRE n.id IS UNIQUE;
CREATE INDEX kembar_id_index IF NOT EXISTS FOR (n:Kembar) ON (n.id);
CREATE CONSTRAINT data_set_id IF NOT EXISTS FOR (n:DataSet) REQUIRE n.id IS UNIQUE;
CREATE INDEX data_set_id_index IF NOT EXISTS FOR (n:DataSet) ON (n.id);
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE INDEX place_id_index IF NOT EXISTS FOR (n:Place) ON (n.id);
CREATE CONSTRAINT code_id IF NOT EXISTS FOR (n:Code) REQUIRE n.id IS UNIQUE;
CREATE INDEX code_id_index IF NOT EXISTS FOR (n:Code) ON (n.id);
CREATE CONSTRAINT name_id IF NOT EXISTS FOR (n:Name) REQUIRE n.id IS UNIQUE;
CREATE INDEX name_id_index IF NOT EXISTS FOR (n:Name) ON (n.id);
CREATE CONSTRAINT official_id IF NOT EXISTS FOR (n:Official) REQUIRE n.id IS UNIQUE;
CREATE INDEX official_id_index IF NOT EXISTS FOR (n:Official) ON (n.id);
CREATE CONSTRAINT office_id IF NOT EXISTS FOR (n:Office) REQUIRE n.id IS UNIQUE;
CREATE INDEX office_id_index IF NOT EXISTS FOR (n:Office) ON (n.id);
CREATE CONSTRAINT tenure_id IF NOT EXISTS FOR (n:Tenure) REQUIRE n.id IS UNIQUE;
CREATE INDEX tenure_id_index IF NOT EXISTS FOR (n:Tenure) ON (n.id);
CREATE CONSTRAINT mission_id IF NOT EXISTS FOR (n:Mission) REQUIRE n.id IS UNIQUE;
CREATE INDEX mission_id_index IF NOT EXISTS FOR (n:Mission) ON (n.id);
CREATE CONSTRAINT agreement_id IF NOT EXISTS FOR (n:Agreement) REQUIRE n.id IS UNIQUE;
CREATE INDEX agreement_id_index IF NOT EXISTS FOR (n:Agreement) ON (n.id);
CREATE CONSTRAINT stage_id IF NOT EXISTS FOR (n:Stage) REQUIRE n.id IS UNIQUE;
CREATE INDEX stage_id_index IF NOT EXISTS FOR (n:Stage) ON (n.id);
CREATE CONSTRAINT plan_id IF NOT EXISTS FOR (n:Plan) REQUIRE n.id IS UNIQUE;
CREATE INDEX plan_id_index IF NOT EXISTS FOR (n:Plan) ON (n.id);
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (n:Event) REQUIRE n.id IS UNIQUE;
CREATE INDEX event_id_index IF NOT EXISTS FOR (n:Event) ON (n.id);
CREATE CONSTRAINT participation_id IF NOT EXISTS FOR (n:Participation) REQUIRE n.id IS UNIQUE;
CREATE INDEX participation_id_index IF NOT EXISTS FOR (n:Participation) ON (n.id);
CREATE CONSTRAINT award_id IF NOT EXISTS FOR (n:Award) REQUIRE n.id IS UNIQUE;
CREATE INDEX award_id_index IF NOT EXISTS FOR (n:Award) ON (n.id);
CREATE CONSTRAINT award_result_id IF NOT EXISTS FOR (n:AwardResult) REQUIRE n.id IS UNIQUE;
CREATE INDEX award_result_id_index IF NOT EXISTS FOR (n:AwardResult) ON (n.id);
CREATE CONSTRAINT sector_id IF NOT EXISTS FOR (n:Sector) REQUIRE n.id IS UNIQUE;
CREATE INDEX sector_id_index IF NOT EXISTS FOR (n:Sector) ON (n.id);
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE INDEX source_id_index IF NOT EXISTS FOR (n:Source) ON (n.id);
