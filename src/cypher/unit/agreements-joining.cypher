// Agreements that have both places of a pair among their parties.
// Parameters: pairs = list of {a, b} (ids of places)
// Columns: id
UNWIND $pairs AS pair
MATCH (:Place {id: pair.a})<-[:HAS_PARTY]-(g:Agreement)
WITH pair, g
MATCH (g)-[:HAS_PARTY]->(p:Place)
WHERE p.id = pair.b
RETURN DISTINCT g.id AS id
ORDER BY id
