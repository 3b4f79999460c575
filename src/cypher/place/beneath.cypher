// The places inside others, at any depth, without these.
// Parameters: ids; most = how many are given at most
// Columns: id
UNWIND $ids AS of
MATCH (p:Place)-[:PART_OF*1..8]->(:Place {id: of})
WITH DISTINCT p.id AS id
RETURN id
ORDER BY id
LIMIT $most
