// List: the agreements under an umbrella agreement, at any depth.
// Parameters: those of agreement/matching
MATCH (:Agreement {id: parent})<-[:UNDER*1..8]-(a:Agreement)
WITH DISTINCT a
{{> agreement/matching}}
