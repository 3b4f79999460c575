// The missions whose district takes in places, with the countries that send them.
// Parameters: ids
// Columns: of, id, country
UNWIND $ids AS of
MATCH (:Place {id: of})-[:PART_OF*0..8]->(:Place)<-[:COVERS]-(m:Mission)
WITH DISTINCT of, m
MATCH (m)-[:SENT_BY]->(sender:Place)
RETURN of, m.id AS id, sender.id AS country
ORDER BY of, id
