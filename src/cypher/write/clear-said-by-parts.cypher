// Removes what a data set says by relationships from the parts of things.
// Parameters: ids, dataset
// Slots: whole, type, part
// Columns: none
UNWIND $ids AS id
MATCH (w:{{whole}} {id: id})-[:{{type}}]-(p:{{part}})
WITH p
MATCH (p)-[r]->()
WHERE r.dataset = $dataset
DELETE r
