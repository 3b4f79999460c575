// All agreements, a part at a time, by id.
// Parameters: after = id of the last one before the part; limit
// Columns: id, kind
MATCH (a:Agreement)
WHERE a.id > $after
RETURN a.id AS id, a.kind AS kind
ORDER BY id
LIMIT $limit
