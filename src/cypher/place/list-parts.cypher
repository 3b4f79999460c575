// List: the places that are directly part of a place.
// Parameters: those of place/matching
MATCH (:Place {id: parent})<-[:PART_OF]-(p:Place)
{{> place/matching}}
