// List: all officials, by name.
// Parameters: roles (null: any) = roles of the offices they hold or held
MATCH (o:Official)
WHERE $roles IS NULL OR EXISTS { MATCH (o)-[:SERVED]->(:Tenure)-[:IN_OFFICE]->(office:Office) WHERE office.role IN $roles }
WITH o.id AS id, o.sortName AS key
