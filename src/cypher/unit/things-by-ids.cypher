// Things of one label with all that is written in their nodes.
// Parameters: ids
// Slots: label
// Columns: id, properties
UNWIND $ids AS id
MATCH (n:{{label}} {id: id})
RETURN id, properties(n) AS properties
ORDER BY id
