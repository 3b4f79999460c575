// What is cited for things of one label, in the order of their records.
// Parameters: ids
// Slots: label
// Columns: of, position, source, locator, field, value, basis, preferred, confidence, note
UNWIND $ids AS of
MATCH (:{{label}} {id: of})-[c:CITES]->(s:Source)
WITH of, s.id AS source, c, c.position AS position
RETURN of, position, source, c.locator AS locator, c.field AS field, c.value AS value, c.basis AS basis, c.preferred AS preferred,
  c.confidence AS confidence, c.note AS note
ORDER BY of, position, source, locator, field
