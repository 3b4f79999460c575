// List: the offices of a place, by name.
// Parameters: roles (null: any)
MATCH (:Place {id: parent})<-[:OFFICE_OF]-(o:Office)
WHERE $roles IS NULL OR o.role IN $roles
WITH o.id AS id, o.sortName AS key
