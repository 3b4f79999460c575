// Counts one more change of the graph, and notes when it was made. Part of every transaction that changes facts.
// Parameters: changedAt = ISO 8601 in UTC
// Columns: revision
MATCH (g:Kembar {id: 'graph'})
SET g.revision = g.revision + 1, g.changedAt = $changedAt
RETURN g.revision AS revision
