// What sources say comes next for agreements, in order.
// Parameters: ids
// Columns: of, id, stage, name, nameId, nameEn, date
UNWIND $ids AS of
MATCH (:Agreement {id: of})-[:EXPECTS]->(p:Plan)
WITH of, p, p.position AS position
RETURN of, p.id AS id, p.stage AS stage, p.name AS name, p.nameId AS nameId, p.nameEn AS nameEn, p.date AS date
ORDER BY of, position, id
