// List: all agreements.
// Parameters: those of agreement/matching
MATCH (a:Agreement)
{{> agreement/matching}}
