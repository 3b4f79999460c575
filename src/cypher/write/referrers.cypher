// What refers to things by relationships of some types.
// Parameters: ids, types
// Slots: label
// Columns: id, from, label = that of what refers, by = the data set that says so
UNWIND $ids AS id
MATCH (n:{{label}} {id: id})<-[r]-(x)
WHERE type(r) IN $types
WITH id, x.id AS from, labels(x) AS labels, r.dataset AS by
RETURN id, from, labels[0] AS label, by
ORDER BY id, from
