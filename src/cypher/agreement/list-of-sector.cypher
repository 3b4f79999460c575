// List: the agreements in a sector.
// Parameters: those of agreement/matching
MATCH (:Sector {id: parent})<-[:IN_SECTOR]-(a:Agreement)
{{> agreement/matching}}
