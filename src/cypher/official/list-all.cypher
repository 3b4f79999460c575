// List: all officials, by name.
// Parameters: roles (null: any) = roles of the offices they hold or held
MATCH (o:Official)
WHERE $roles IS NULL OR {{> official/in-roles if roles}}
WITH o.id AS id, o.sortName AS key
