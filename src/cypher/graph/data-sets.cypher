// The data sets that were loaded, with what identifies the version of each.
// Columns: id, fingerprint, complete = false where the load of this version was cut off, loadedAt, nodes, relationships
MATCH (d:DataSet)
RETURN d.id AS id, d.fingerprint AS fingerprint, coalesce(d.complete, true) AS complete, d.loadedAt AS loadedAt, d.nodes AS nodes,
  d.relationships AS relationships
ORDER BY id
