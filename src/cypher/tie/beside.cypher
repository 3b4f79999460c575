// The places that any of these places has a tie with, each once.
// Parameters: ids, and those of tie/hop
// Columns: id, name = what it is sorted by
UNWIND $ids AS of
MATCH (here:Place {id: of})
{{> tie/hop}}
WITH DISTINCT there
RETURN there.id AS id, there.sortName AS name
