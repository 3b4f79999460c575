// The partners that two places share, with the agreements on either side, by name of the partner.
// Parameters: pairs = list of {a, b}; asOf, phases of agreement/in-force; kinds (null: any)
// Columns: a, b, partner, ofA, ofB = ids of agreements
UNWIND $pairs AS pair
MATCH (:Place {id: pair.a})<-[:HAS_PARTY]-(a:Agreement)
WHERE ($kinds IS NULL OR a.kind IN $kinds)
  AND {{> agreement/in-force}}
WITH DISTINCT pair, a
MATCH (a)-[:HAS_PARTY]->(partner:Place)
WHERE partner.id <> pair.a AND partner.id <> pair.b AND partner.kind <> 'COUNTRY'
WITH pair, partner, a.id AS agreement
ORDER BY agreement
WITH pair, partner, collect(DISTINCT agreement) AS ofA
MATCH (partner)<-[:HAS_PARTY]-(a:Agreement)
WHERE ($kinds IS NULL OR a.kind IN $kinds)
  AND {{> agreement/in-force}}
WITH DISTINCT pair, partner, ofA, a
MATCH (a)-[:HAS_PARTY]->(other:Place)
WHERE other.id = pair.b
WITH pair, partner, ofA, a.id AS agreement
ORDER BY agreement
WITH pair, partner, ofA, collect(DISTINCT agreement) AS ofB
WITH pair.a AS a, pair.b AS b, partner.id AS partner, partner.sortName AS name, ofA, ofB
RETURN a, b, partner, ofA, ofB
ORDER BY a, b, name, partner
