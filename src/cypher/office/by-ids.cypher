// Offices by id.
// Parameters: ids
// Columns: id, role, name, nameId, nameEn
UNWIND $ids AS wanted
MATCH (o:Office {id: wanted})
RETURN o.id AS id, o.role AS role, o.name AS name, o.nameId AS nameId, o.nameEn AS nameEn
