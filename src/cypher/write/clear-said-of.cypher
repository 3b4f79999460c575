// Removes relationships to things that these say themselves.
// Parameters: ids, dataset
// Slots: from, type, label
// Columns: none
UNWIND $ids AS id
MATCH (n:{{label}} {id: id})<-[r:{{type}}]-(:{{from}})
WHERE r.dataset = $dataset
DELETE r
