// Records that a data set is now in the graph.
// Parameters: id, fingerprint, loadedAt, nodes, relationships
// Columns: id
MERGE (d:DataSet {id: $id})
SET d.fingerprint = $fingerprint, d.loadedAt = $loadedAt, d.nodes = $nodes, d.relationships = $relationships
RETURN d.id AS id
