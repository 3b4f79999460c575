// The relationships of one type that end at nodes of one label and that these say themselves.
// Parameters: ids
// Slots: from, type, label
// Columns: from, to, properties
UNWIND $ids AS to
MATCH (:{{label}} {id: to})<-[r:{{type}}]-(a:{{from}})
RETURN a.id AS from, to, properties(r) AS properties
