// Forgets what data sets said of things of others.
// Parameters: ids = those of the details
// Columns: none
UNWIND $ids AS id
MATCH (d:Detail {id: id})
DELETE d
