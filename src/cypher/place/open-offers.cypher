// The countries that stand for partners not yet chosen in the agreements of places.
// Parameters: ids, and those of agreement/counts
// Columns: of, country, agreement
UNWIND $ids AS of
MATCH (here:Place {id: of})<-[:HAS_PARTY]-(a:Agreement)
WHERE {{> agreement/counts}}
WITH of, here, a
MATCH (a)-[:HAS_PARTY]->(there:Place)
WHERE there.kind = 'COUNTRY' AND there.id <> here.id
RETURN DISTINCT of, there.id AS country, a.id AS agreement
ORDER BY of, country, agreement
