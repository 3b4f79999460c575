// What data sets said of things of others.
// Parameters: ids = those of the things
// Columns: id = that of the detail, by = the data set
UNWIND $ids AS id
MATCH (d:Detail {of: id})
RETURN d.id AS id, d.dataset AS by
ORDER BY id
