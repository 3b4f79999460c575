// The nodes that relationships of one type come from. Only for types of which a node has few.
// Parameters: ids
// Slots: type, from, to
// Columns: of, id
UNWIND $ids AS of
MATCH (:{{to}} {id: of})<-[r:{{type}}]-(a:{{from}})
WITH of, a.id AS id, coalesce(r.position, 0) AS position
RETURN of, id
ORDER BY of, position, id
