// List: the offices of a mission, by name.
// Parameters: roles (null: any)
MATCH (:Mission {id: parent})<-[:OFFICE_OF]-(o:Office)
WHERE $roles IS NULL OR o.role IN $roles
WITH o.id AS id, o.sortName AS key
