// The stages that agreements have reached, in order.
// Parameters: ids
// Columns: of, id, stage, date, effective, note, rank
UNWIND $ids AS of
MATCH (:Agreement {id: of})-[:REACHED]->(s:Stage)
RETURN of, s.id AS id, s.stage AS stage, s.date AS date, s.dateEffective AS effective, s.note AS note, s.rank AS rank
ORDER BY of, rank, id
