// Removes things of one label.
// Parameters: ids
// Slots: label
// Columns: none
UNWIND $ids AS id
MATCH (n:{{label}} {id: id})
DETACH DELETE n
