// Notes that all is written that a data set says of things.
// Parameters: rows = list of {id, hash}
// Slots: label
// Columns: saved
UNWIND $rows AS row
MATCH (n:{{label}} {id: row.id})
SET n.hash = row.hash
RETURN count(n) AS saved
