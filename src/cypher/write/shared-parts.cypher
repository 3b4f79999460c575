// The parts that a data set gave to things and that others may have too.
// Parameters: ids, dataset
// Slots: whole, type, part
// Columns: id
UNWIND $ids AS id
MATCH (w:{{whole}} {id: id})-[r:{{type}}]->(p:{{part}})
WHERE r.dataset = $dataset
RETURN DISTINCT p.id AS id
ORDER BY id
