// What an import in bulk said of things of others, with the revision that it bears instead of a change in the history.
// Parameters: after = id of the last one before the part; limit
// Columns: id, since = number of the revision
MATCH (d:Detail)
WHERE d.knownSince IS NOT NULL AND d.id > $after
RETURN d.id AS id, d.knownSince AS since
ORDER BY id
LIMIT $limit
