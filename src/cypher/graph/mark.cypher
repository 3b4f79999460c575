// The revision of the graph and when it was made. A graph that did not note it yet: when its last data set was loaded.
// Columns: revision, changedAt
MATCH (g:Kembar {id: 'graph'})
OPTIONAL MATCH (d:DataSet)
WITH g, max(d.loadedAt) AS loadedAt
RETURN g.revision AS revision, coalesce(g.changedAt, loadedAt) AS changedAt
