// Notes for how long steps decide the state of their agreements.
// Parameters: rows = list of {id, supersededOn (may be null), isLast}
// Columns: none
UNWIND $rows AS row
MATCH (s:Stage {id: row.id})
SET s.supersededOn = row.supersededOn, s.isLast = row.isLast
