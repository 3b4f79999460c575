// The places that each place is part of, the nearest first; the place itself comes at depth 0.
// Parameters: ids
// Columns: of, id, kind, depth
UNWIND $ids AS of
MATCH path = (:Place {id: of})-[:PART_OF*0..8]->(larger:Place)
RETURN of, larger.id AS id, larger.kind AS kind, length(path) AS depth
ORDER BY of, depth, id
