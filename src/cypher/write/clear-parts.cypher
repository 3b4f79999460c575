// Removes parts of things that a data set gave them and no longer has.
// Parameters: rows = list of {id, keep = ids of the parts that stay}; dataset
// Slots: whole, type, part
// Columns: none
UNWIND $rows AS row
MATCH (w:{{whole}} {id: row.id})-[:{{type}}]-(p:{{part}})
WHERE p.dataset = $dataset AND NOT p.id IN row.keep
DETACH DELETE p
