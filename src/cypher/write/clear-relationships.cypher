// Removes the relationships of one type that a data set brought.
// Parameters: dataset
// Slots: type, from
// Columns: none
MATCH (a:{{from}})-[r:{{type}}]->()
WHERE r.dataset = $dataset
DELETE r
