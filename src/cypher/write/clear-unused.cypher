// Removes shared parts that nothing has any more.
// Parameters: ids
// Slots: type, part
// Columns: none
UNWIND $ids AS id
MATCH (p:{{part}} {id: id})
WHERE NOT EXISTS { MATCH (p)<-[:{{type}}]-() }
DETACH DELETE p
