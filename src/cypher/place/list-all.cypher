// List: all places.
// Parameters: those of place/matching
MATCH (p:Place)
{{> place/matching}}
