// The parts of things.
// Parameters: ids = those of the wholes
// Slots: whole, type, part
// Columns: of, id, properties
UNWIND $ids AS of
MATCH (:{{whole}} {id: of})-[:{{type}}]-(p:{{part}})
RETURN of, p.id AS id, properties(p) AS properties
ORDER BY of, id
