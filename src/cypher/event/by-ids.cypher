// Events by id.
// Parameters: ids
// Columns: id, kind, name, nameId, nameEn, date, venue, note
UNWIND $ids AS wanted
MATCH (e:Event {id: wanted})
RETURN e.id AS id, e.kind AS kind, e.name AS name, e.nameId AS nameId, e.nameEn AS nameEn, e.date AS date, e.venue AS venue, e.note AS note
