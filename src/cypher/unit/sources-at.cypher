// Sources by their addresses.
// Parameters: addresses
// Columns: id
MATCH (s:Source)
WHERE s.url IN $addresses
RETURN s.id AS id
ORDER BY id
