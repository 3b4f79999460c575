// List: all missions, by name.
// Parameters: kinds (null: any)
MATCH (m:Mission)
WHERE $kinds IS NULL OR m.kind IN $kinds
WITH m.id AS id, m.sortName AS key
