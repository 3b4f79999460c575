// What this graph is: the version of its schema and its revision. No row: not prepared yet.
// Columns: schema, revision
MATCH (g:Kembar {id: 'graph'})
RETURN g.schema AS schema, g.revision AS revision
