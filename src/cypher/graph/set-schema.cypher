// Records the version of the schema; the first time it marks the graph as Kembar's.
// Parameters: schema
// Columns: schema
MERGE (g:Kembar {id: 'graph'})
ON CREATE SET g.revision = 0
SET g.schema = $schema
RETURN g.schema AS schema
