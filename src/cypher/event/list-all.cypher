// List: all events, by day.
// Parameters: those of event/matching
MATCH (e:Event)
{{> event/matching}}
