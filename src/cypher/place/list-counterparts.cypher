// List: the other parties of the agreements of a place, by name.
// Parameters: asOf, phases of agreement/in-force; kinds of the agreements (null: any)
MATCH (:Place {id: parent})<-[:HAS_PARTY]-(a:Agreement)
WHERE ($kinds IS NULL OR a.kind IN $kinds)
  AND (($asOf IS NULL AND $phases IS NULL) OR {{> agreement/in-force if asOf or phases}})
WITH DISTINCT a
MATCH (a)-[:HAS_PARTY]->(there:Place)
WHERE there.id <> parent
WITH DISTINCT there.id AS id, there.sortName AS key
