// The umbrella agreements above agreements, the nearest first.
// Parameters: ids
// Columns: of, id, depth
UNWIND $ids AS of
MATCH path = (:Agreement {id: of})-[:UNDER*1..8]->(umbrella:Agreement)
RETURN of, umbrella.id AS id, length(path) AS depth
ORDER BY of, depth, id
