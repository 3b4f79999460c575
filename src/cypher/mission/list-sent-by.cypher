// List: the missions that a country sends, by name.
// Parameters: kinds (null: any)
MATCH (:Place {id: parent})<-[:SENT_BY]-(m:Mission)
WHERE $kinds IS NULL OR m.kind IN $kinds
WITH m.id AS id, m.sortName AS key
