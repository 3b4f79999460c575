// The places that each place has a tie with.
// Parameters: ids, and those of tie/hop
// Columns: of, id
UNWIND $ids AS of
MATCH (here:Place {id: of})
{{> tie/hop}}
RETURN DISTINCT of, there.id AS id
ORDER BY of, id
