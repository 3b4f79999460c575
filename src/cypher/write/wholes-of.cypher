// What parts are parts of.
// Parameters: ids = those of the parts
// Slots: whole, type, part
// Columns: id = that of the part, whole
UNWIND $ids AS id
MATCH (p:{{part}} {id: id})-[:{{type}}]-(w:{{whole}})
RETURN id, w.id AS whole
ORDER BY id, whole
