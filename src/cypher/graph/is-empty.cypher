// Whether the store holds anything at all.
// Columns: empty
OPTIONAL MATCH (n)
WITH n
LIMIT 1
RETURN n IS NULL AS empty
