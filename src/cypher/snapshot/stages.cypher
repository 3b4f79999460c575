// The steps that the agreements of a part have reached.
// Parameters: those of snapshot/range
// Columns: of, id, stage, effective, earliest, latest
{{> snapshot/range}}
MATCH (a)-[:REACHED]->(s:Stage)
WITH a.id AS of, s.stage AS stage, s.dateEffective AS effective, s.dateEarliest AS earliest, s.dateLatest AS latest, s.rank AS rank, s.id AS id
RETURN of, id, stage, effective, earliest, latest
ORDER BY of, rank, id
