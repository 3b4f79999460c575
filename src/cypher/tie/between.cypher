// The agreements that tie pairs of places.
// Parameters: pairs = list of {a, b}, and those of tie/hop
// Columns: a, b, id
UNWIND $pairs AS pair
MATCH (here:Place {id: pair.a})
{{> tie/hop}}
  AND there.id = pair.b
RETURN DISTINCT pair.a AS a, pair.b AS b, a.id AS id
ORDER BY a, b, id
