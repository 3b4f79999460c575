// The things of one label that a data set brought, a part at a time; not the tombstones that it left behind.
// Parameters: dataset; after = id of the last one before the part; limit
// Slots: label
// Columns: id
MATCH (n:{{label}})
WHERE n.dataset = $dataset AND n.id > $after AND n.leftBehind IS NULL
RETURN n.id AS id
ORDER BY id
LIMIT $limit
