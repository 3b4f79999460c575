// What data sets said of the things of others.
// Parameters: ids = those of the details
// Columns: id, hash
UNWIND $ids AS id
MATCH (d:Detail {id: id})
RETURN id, d.hash AS hash
