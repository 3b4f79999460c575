// List: the agreements of a place and of the places inside it.
// Parameters: those of agreement/matching
MATCH (:Place {id: parent})<-[:PART_OF*0..8]-(:Place)<-[:HAS_PARTY]-(a:Agreement)
WITH DISTINCT a
{{> agreement/matching}}
