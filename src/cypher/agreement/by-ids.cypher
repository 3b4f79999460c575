// Agreements by id.
// Parameters: ids
// Columns: id, kind, name, nameId, nameEn, note
UNWIND $ids AS wanted
MATCH (a:Agreement {id: wanted})
RETURN a.id AS id, a.kind AS kind, a.name AS name, a.nameId AS nameId, a.nameEn AS nameEn, a.note AS note
