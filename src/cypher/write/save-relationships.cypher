// Creates relationships of one type between nodes of two labels. Rows whose ends are missing create
// nothing, so `saved` tells whether all were there.
// Parameters: rows = list of {from, to, properties}
// Slots: type, from, to
// Columns: saved
UNWIND $rows AS row
MATCH (a:{{from}} {id: row.from})
MATCH (b:{{to}} {id: row.to})
CREATE (a)-[r:{{type}}]->(b)
SET r = row.properties
RETURN count(r) AS saved
