// List: the places that were part of a place before boundaries moved.
// Parameters: those of place/matching
MATCH (:Place {id: parent})<-[:FORMERLY_PART_OF]-(p:Place)
{{> place/matching}}
