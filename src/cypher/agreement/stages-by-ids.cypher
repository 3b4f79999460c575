// Stages by id.
// Parameters: ids
// Columns: id, stage, date, effective, note
UNWIND $ids AS wanted
MATCH (s:Stage {id: wanted})
RETURN s.id AS id, s.stage AS stage, s.date AS date, s.dateEffective AS effective, s.note AS note
