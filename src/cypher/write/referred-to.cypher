// Which things others refer to.
// Parameters: ids; besides = types by which things hold their own parts
// Slots: label
// Columns: id, by = a data set that says so
UNWIND $ids AS id
MATCH (n:{{label}} {id: id})<-[r]-()
WHERE NOT type(r) IN $besides
RETURN id, min(r.dataset) AS by
ORDER BY id
