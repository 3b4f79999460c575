// Notes that all is written that data sets say of things of others.
// Parameters: rows = list of {id, hash}
// Columns: saved
UNWIND $rows AS row
MATCH (d:Detail {id: row.id})
SET d.hash = row.hash
RETURN count(d) AS saved
