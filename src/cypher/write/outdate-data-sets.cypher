// Notes that data sets are no longer in the graph as they were loaded, so that the next load looks at all of them again.
// Parameters: ids
// Columns: none
UNWIND $ids AS id
MATCH (d:DataSet {id: id})
SET d.fingerprint = ''
