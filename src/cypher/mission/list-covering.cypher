// List: the missions whose district takes in a place, by name.
// Parameters: kinds (null: any)
MATCH (:Place {id: parent})-[:PART_OF*0..8]->(:Place)<-[:COVERS]-(m:Mission)
WHERE $kinds IS NULL OR m.kind IN $kinds
WITH DISTINCT m.id AS id, m.sortName AS key
