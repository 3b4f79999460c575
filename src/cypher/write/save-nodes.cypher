// Creates nodes of one label, or replaces their properties.
// Parameters: rows = list of {id, properties} (properties hold the id too)
// Slots: label
// Columns: saved
UNWIND $rows AS row
MERGE (n:{{label}} {id: row.id})
SET n = row.properties
RETURN count(n) AS saved
