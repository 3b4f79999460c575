// List: the places at any depth inside a place.
// Parameters: those of place/matching
MATCH (:Place {id: parent})<-[:PART_OF*1..8]-(p:Place)
{{> place/matching}}
