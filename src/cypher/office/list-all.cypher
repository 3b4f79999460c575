// List: all offices, by name.
// Parameters: roles (null: any)
MATCH (o:Office)
WHERE $roles IS NULL OR o.role IN $roles
WITH o.id AS id, o.sortName AS key
