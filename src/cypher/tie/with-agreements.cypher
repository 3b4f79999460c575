// The places that each place has a tie with, with the agreements.
// Parameters: ids, and those of tie/hop
// Columns: of, id, name = what it is sorted by, agreement
UNWIND $ids AS of
MATCH (here:Place {id: of})
{{> tie/hop}}
RETURN DISTINCT of, there.id AS id, there.sortName AS name, a.id AS agreement
ORDER BY of, id, agreement
