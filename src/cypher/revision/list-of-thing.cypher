// List: the revisions that changed or brought a thing, by number.
// Parameters: those of revision/matching
WITH parent
{{> revision/numbers-of}}
MATCH (r:Revision {number: number})
{{> revision/matching}}
