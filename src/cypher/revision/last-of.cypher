// The last revision that changed or brought each of some things.
// Parameters: ids
// Columns: of, revision = its number
UNWIND $ids AS parent
{{> revision/numbers-of}}
RETURN parent AS of, max(number) AS revision
ORDER BY of
