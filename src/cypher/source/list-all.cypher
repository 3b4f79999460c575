// List: all sources, by title.
// Parameters: kinds (null: any)
MATCH (s:Source)
WHERE $kinds IS NULL OR s.kind IN $kinds
WITH s.id AS id, s.sortName AS key
