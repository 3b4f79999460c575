// List: the revisions that changed a thing, by number.
// Parameters: those of revision/matching
MATCH (c:Change {of: parent})
WITH DISTINCT c.revision AS number
MATCH (r:Revision {number: number})
{{> revision/matching}}
