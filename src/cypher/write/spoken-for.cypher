// Which things others refer to by relationships that begin at the thing.
// Parameters: ids; types = those that the other end says
// Slots: label
// Columns: id, by = a data set that says so
UNWIND $ids AS id
MATCH (n:{{label}} {id: id})-[r]->()
WHERE type(r) IN $types
RETURN id, min(r.dataset) AS by
ORDER BY id
