// Counts on from a revision at least, so that revisions of a history that is put into a graph are not made again.
// Parameters: revision
// Columns: revision
MATCH (g:Kembar {id: 'graph'})
SET g.revision = CASE WHEN g.revision < $revision THEN $revision ELSE g.revision END
RETURN g.revision AS revision
