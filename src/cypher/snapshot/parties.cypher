// The parties of the agreements of a part.
// Parameters: those of snapshot/range
// Columns: of, place
{{> snapshot/range}}
MATCH (a)-[party:HAS_PARTY]->(p:Place)
WITH a.id AS of, p.id AS place, party.position AS position
RETURN of, place
ORDER BY of, position
