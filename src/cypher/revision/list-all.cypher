// List: all revisions, by number.
// Parameters: those of revision/matching
MATCH (r:Revision)
{{> revision/matching}}
