// The agreements that join pairs of places, by id.
// Parameters: pairs = list of {a, b}; asOf, phases of agreement/in-force; kinds (null: any)
// Columns: a, b, id
UNWIND $pairs AS pair
MATCH (:Place {id: pair.a})<-[:HAS_PARTY]-(a:Agreement)
WHERE ($kinds IS NULL OR a.kind IN $kinds)
  AND (($asOf IS NULL AND $phases IS NULL) OR {{> agreement/in-force if asOf or phases}})
WITH pair, a
MATCH (a)-[:HAS_PARTY]->(there:Place)
WHERE there.id = pair.b
WITH DISTINCT pair.a AS a, pair.b AS b, a.id AS id
RETURN a, b, id
ORDER BY a, b, id
