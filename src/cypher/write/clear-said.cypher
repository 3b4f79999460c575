// Removes what a data set says by relationships from things.
// Parameters: ids, dataset; besides = types that the other end says
// Slots: label
// Columns: none
UNWIND $ids AS id
MATCH (n:{{label}} {id: id})-[r]->()
WHERE r.dataset = $dataset AND NOT type(r) IN $besides
DELETE r
