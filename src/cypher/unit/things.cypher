// Things of one label with all that is written in their nodes, a part of them at a time, by id.
// Parameters: dataset (null: of any); after = id of the last one before the part; limit
// Slots: label
// Columns: id, properties
MATCH (n:{{label}})
WHERE n.id > $after AND ($dataset IS NULL OR n.dataset = $dataset)
WITH n
ORDER BY n.id
LIMIT $limit
RETURN n.id AS id, properties(n) AS properties
ORDER BY id
