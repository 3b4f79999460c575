// How many places each place has a tie with; without those that have none.
// Parameters: ids, and those of tie/hop
// Columns: of, partners
UNWIND $ids AS of
MATCH (here:Place {id: of})
{{> tie/hop}}
WITH of, count(DISTINCT there.id) AS partners
RETURN of, partners
ORDER BY of
