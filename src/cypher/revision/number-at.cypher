// The last revision of the history that was made by some time; null where there was none.
// Parameters: at = ISO 8601 in UTC
// Columns: number
MATCH (r:Revision)
WHERE r.at <= $at
RETURN max(r.number) AS number
