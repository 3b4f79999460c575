// Officials by id.
// Parameters: ids
// Columns: id, name, note
UNWIND $ids AS wanted
MATCH (o:Official {id: wanted})
RETURN o.id AS id, o.name AS name, o.note AS note
