// The names that things of one label have beyond their display names.
// Parameters: ids
// Slots: label
// Columns: of, id, text, kind, language
UNWIND $ids AS of
MATCH (:{{label}} {id: of})-[r:HAS_NAME]->(n:Name)
WITH of, n, r.position AS position
RETURN of, n.id AS id, n.text AS text, n.kind AS kind, n.language AS language
ORDER BY of, position, id
