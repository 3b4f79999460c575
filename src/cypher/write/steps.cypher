// The steps of agreements that have steps of some number of data sets or more, in order.
// Parameters: ids, dataSets = that number
// Columns: of, id, stage, effective
UNWIND $ids AS of
MATCH (a:Agreement {id: of})-[:REACHED]->(other:Stage)
WITH of, a, count(DISTINCT other.dataset) AS sets
WHERE sets >= $dataSets
MATCH (a)-[r:REACHED]->(s:Stage)
WITH of, s, r.position AS position
RETURN of, s.id AS id, s.stage AS stage, s.dateEffective AS effective
ORDER BY of, position, id
