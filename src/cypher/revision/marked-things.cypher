// Things of one label that an import brought in bulk, with the revision that each bears instead of a change in the history.
// Parameters: after = id of the last one before the part; limit
// Slots: label
// Columns: id, since = number of the revision
MATCH (n:{{label}})
WHERE n.knownSince IS NOT NULL AND n.id > $after
RETURN n.id AS id, n.knownSince AS since
ORDER BY id
LIMIT $limit
