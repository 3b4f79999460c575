// Notes what a revision changed: the record of each thing before and after, in JSON.
// Parameters: rows = list of {id, properties}
// Columns: saved
UNWIND $rows AS row
CREATE (c:Change {id: row.id})
SET c = row.properties
RETURN count(c) AS saved
