// The data sets that were loaded, with what identifies the version of each.
// Columns: id, fingerprint, ground = what it stood on, complete = false where its load was cut off, loadedAt, nodes, relationships
MATCH (d:DataSet)
RETURN d.id AS id, d.fingerprint AS fingerprint, d.ground AS ground, coalesce(d.complete, true) AS complete, d.loadedAt AS loadedAt,
  d.nodes AS nodes, d.relationships AS relationships
ORDER BY id
