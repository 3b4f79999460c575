// Sectors by id.
// Parameters: ids
// Columns: id, name, nameId, nameEn
UNWIND $ids AS wanted
MATCH (s:Sector {id: wanted})
RETURN s.id AS id, s.name AS name, s.nameId AS nameId, s.nameEn AS nameEn
