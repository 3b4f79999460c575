// Missions by id.
// Parameters: ids
// Columns: id, kind, name, nameId, nameEn
UNWIND $ids AS wanted
MATCH (m:Mission {id: wanted})
RETURN m.id AS id, m.kind AS kind, m.name AS name, m.nameId AS nameId, m.nameEn AS nameEn
