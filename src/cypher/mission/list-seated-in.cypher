// List: the missions that are seated in a place, by name.
// Parameters: kinds (null: any)
MATCH (:Place {id: parent})<-[:SEATED_IN]-(m:Mission)
WHERE $kinds IS NULL OR m.kind IN $kinds
WITH m.id AS id, m.sortName AS key
