// Lets other imports change the graph.
// Columns: none
MATCH (i:Import {id: 'import'})
SET i.token = null, i.dataset = null
