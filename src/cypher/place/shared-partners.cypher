// The partners that two places share, with the agreements on either side, by name of the partner.
// Parameters: pairs = list of {a, b}, and those of tie/hop
// Columns: a, b, partner, name = that it is ordered by, ofA, ofB = ids of agreements
UNWIND $pairs AS pair
MATCH (here:Place {id: pair.a})
{{> tie/hop}}
  AND there.id <> pair.b
WITH pair, there, a.id AS agreement
ORDER BY agreement
WITH pair, there AS here, collect(DISTINCT agreement) AS ofA
{{> tie/hop}}
  AND there.id = pair.b
WITH pair, here AS partner, ofA, a.id AS agreement
ORDER BY agreement
WITH pair, partner, ofA, collect(DISTINCT agreement) AS ofB
WITH pair.a AS a, pair.b AS b, partner.id AS partner, partner.sortName AS name, ofA, ofB
RETURN a, b, partner, name, ofA, ofB
ORDER BY a, b, name, partner
