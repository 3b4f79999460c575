// What a data set said of the things of others, a part at a time.
// Parameters: dataset; after = id of the last one before the part; limit
// Columns: id, of
MATCH (d:Detail)
WHERE d.dataset = $dataset AND d.id > $after
RETURN d.id AS id, d.of AS of
ORDER BY id
LIMIT $limit
