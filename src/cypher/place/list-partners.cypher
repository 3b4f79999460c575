// List: the places that a place has a tie with, by name.
// Parameters: those of tie/hop; those of place/inside
MATCH (here:Place {id: parent})
{{> tie/hop}}
  AND ($within IS NULL OR {{> place/inside if within}})
WITH DISTINCT there.id AS id, there.sortName AS key
