// List: the places, anywhere or inside one, that share partners with a place, those that share most first.
// Parameters: those of tie/hop; those of place/inside
MATCH (here:Place {id: parent})
{{> tie/hop}}
WITH DISTINCT there AS here
{{> tie/hop}}
  AND there.id <> parent AND ($within IS NULL OR {{> place/inside if within}})
WITH there.id AS id, count(DISTINCT here.id) AS key
