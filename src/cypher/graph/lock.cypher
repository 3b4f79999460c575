// Makes other writers wait until this transaction ends, by writing the mark of the graph as it is.
// Columns: schema
MATCH (g:Kembar {id: 'graph'})
SET g.schema = g.schema
RETURN g.schema AS schema
