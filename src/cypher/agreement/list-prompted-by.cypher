// List: the agreements that a source says an award led to.
// Parameters: those of agreement/matching
MATCH (:Award {id: parent})<-[:PROMPTED_BY]-(a:Agreement)
{{> agreement/matching}}
