// Shows that an import is alive.
// Parameters: token
// Columns: none
MATCH (b:Import {id: 'beat'})
WHERE b.token = $token
SET b.beat = b.beat + 1
