// Lets other imports change the graph.
// Parameters: token
// Columns: none
MATCH (i:Import {id: 'import'})
WHERE i.token = $token
DELETE i
