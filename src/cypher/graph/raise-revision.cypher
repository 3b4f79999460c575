// Counts one more change of the graph. Part of every transaction that changes facts.
// Columns: revision
MATCH (g:Kembar {id: 'graph'})
SET g.revision = g.revision + 1
RETURN g.revision AS revision
