// Removes tombstones that data sets left behind, since there is something again, or somebody states the retirement.
// Parameters: ids = those of the tombstones
// Columns: none
UNWIND $ids AS id
MATCH (t:Tombstone {id: id})
WHERE t.leftBehind
DETACH DELETE t
