// Records that a data set is now in the graph, or that a part of it is.
// Parameters: id, fingerprint, ground (may be null), complete, loadedAt, nodes, relationships
// Columns: id
MERGE (d:DataSet {id: $id})
SET d.fingerprint = $fingerprint, d.ground = $ground, d.complete = $complete, d.loadedAt = $loadedAt, d.nodes = $nodes,
  d.relationships = $relationships
RETURN d.id AS id
