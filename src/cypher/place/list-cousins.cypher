// List: the places that share partners with a place, those that share most first.
// Parameters: those of tie/hop
MATCH (here:Place {id: parent})
{{> tie/hop}}
WITH DISTINCT there AS here
{{> tie/hop}}
  AND there.id <> parent
WITH there.id AS id, count(DISTINCT here.id) AS key
