// The last revision that changed each of some things.
// Parameters: ids
// Columns: of, revision = its number
UNWIND $ids AS of
MATCH (c:Change {of: of})
RETURN of, max(c.revision) AS revision
ORDER BY of
