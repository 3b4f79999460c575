// List: the events that concern an agreement, by day.
// Parameters: those of event/matching
MATCH (:Agreement {id: parent})<-[:CONCERNS]-(e:Event)
{{> event/matching}}
