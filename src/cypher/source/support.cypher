// Fragment: for each thing `thing`, how many independent sources support it, and how good the best of them
// is. Sources of one publisher are not independent. Binds id, sources, and grade: 3 is HIGH, 0 is none.
MATCH (thing)-[cited:CITES]->(source:Source)
WHERE cited.preferred
WITH thing.id AS id, count(DISTINCT source.publisher) AS sources,
  max(CASE cited.confidence WHEN 'HIGH' THEN 3 WHEN 'MEDIUM' THEN 2 WHEN 'LOW' THEN 1 ELSE 0 END) AS grade
