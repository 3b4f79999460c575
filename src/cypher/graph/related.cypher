// The nodes that relationships of one type lead to. Only for types of which a node has few.
// Parameters: ids
// Slots: type, from, to
// Columns: of, id
UNWIND $ids AS of
MATCH (:{{from}} {id: of})-[r:{{type}}]->(b:{{to}})
WITH of, b.id AS id, coalesce(r.position, 0) AS position
RETURN of, id
ORDER BY of, position, id
