// What one source says of things of one label.
// Parameters: ids = list of {source, subject}
// Slots: label
// Columns: source, subject, position, locator, field, value, basis, preferred, confidence, note
UNWIND $ids AS wanted
MATCH (s:Source {id: wanted.source})<-[c:CITES]-(thing:{{label}} {id: wanted.subject})
RETURN s.id AS source, thing.id AS subject, c.position AS position, c.locator AS locator, c.field AS field, c.value AS value,
  c.basis AS basis, c.preferred AS preferred, c.confidence AS confidence, c.note AS note
ORDER BY source, subject, position
