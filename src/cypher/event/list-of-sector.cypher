// List: the events at which a sector was a subject, by day.
// Parameters: those of event/matching
MATCH (:Sector {id: parent})<-[:IN_SECTOR]-(e:Event)
{{> event/matching}}
