// List: the events of a place, by day: those held in it, those that concern its agreements, and those
// in which a delegation, an office or an official of the place took part.
// Parameters: those of event/matching
CALL (parent) {
  MATCH (:Place {id: parent})<-[:HELD_IN]-(e:Event) RETURN e
  UNION MATCH (:Place {id: parent})<-[:HAS_PARTY]-(:Agreement)<-[:CONCERNS]-(e:Event) RETURN e
  UNION MATCH (:Place {id: parent})<-[:TAKEN_BY]-(:Participation)-[:TOOK_PART]->(e:Event) RETURN e
  UNION MATCH (:Place {id: parent})<-[:OFFICE_OF]-(:Office)<-[:TAKEN_BY]-(:Participation)-[:TOOK_PART]->(e:Event) RETURN e
  UNION MATCH (:Place {id: parent})<-[:OFFICE_OF]-(:Office)<-[:IN_OFFICE]-(:Tenure)<-[:TAKEN_BY]-(:Participation)-[:TOOK_PART]->(e:Event) RETURN e
}
WITH e
{{> event/matching}}
