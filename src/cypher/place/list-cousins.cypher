// List: the places that share partners with a place, those that share most first.
// Parameters: those of tie/hop; those of place/inside, for the places that share
MATCH (here:Place {id: parent})
{{> tie/hop}}
WITH DISTINCT there AS here
{{> tie/hop}}
  AND there.id <> parent AND ($within IS NULL OR {{> place/inside if within}})
WITH there.id AS id, count(DISTINCT here.id) AS key
