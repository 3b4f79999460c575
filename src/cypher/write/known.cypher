// Which things of one label there are, whose they are, and the hash of what their data set said of them.
// Parameters: ids
// Slots: label
// Columns: id, dataset, hash, leftBehind = whether it is a tombstone that nobody stated
UNWIND $ids AS id
MATCH (n:{{label}} {id: id})
RETURN id, n.dataset AS dataset, n.hash AS hash, coalesce(n.leftBehind, false) AS leftBehind
