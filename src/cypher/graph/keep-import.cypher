// Shows that an import is alive. No row: it is no longer the one that may change the graph.
// Parameters: token
// Columns: beat
MATCH (i:Import {id: 'import'})
WHERE i.token = $token
SET i.beat = i.beat + 1
RETURN i.beat AS beat
