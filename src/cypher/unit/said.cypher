// The relationships that begin at nodes of one label.
// Parameters: ids
// Slots: label
// Columns: from, type, labels = those of the other end, to, properties
UNWIND $ids AS from
MATCH (:{{label}} {id: from})-[r]->(b)
WITH from, type(r) AS type, labels(b) AS labels, b.id AS to, properties(r) AS properties, coalesce(r.position, 0) AS position
RETURN from, type, labels, to, properties
ORDER BY from, type, to, position
