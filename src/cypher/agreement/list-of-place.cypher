// List: the agreements of a place.
// Parameters: those of agreement/matching
MATCH (:Place {id: parent})<-[:HAS_PARTY]-(a:Agreement)
{{> agreement/matching}}
