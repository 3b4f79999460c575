// List: the revisions that changed a thing, by number.
// Parameters: those of revision/matching
MATCH (:Change {of: parent})<-[:MADE]-(r:Revision)
WITH DISTINCT r
{{> revision/matching}}
