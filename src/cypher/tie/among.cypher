// The agreements that tie any two of these places.
// Parameters: ids, and those of tie/hop
// Columns: a, b, agreement (a has the smaller id)
UNWIND $ids AS of
MATCH (here:Place {id: of})
{{> tie/hop}}
  AND here.id < there.id AND there.id IN $ids
RETURN DISTINCT here.id AS a, there.id AS b, a.id AS agreement
ORDER BY a, b, agreement
