// List: the participations of an office, by its holders or unnamed, by day of the event.
// Parameters: roles (null: any)
CALL (parent) {
  MATCH (:Office {id: parent})<-[:TAKEN_BY]-(p:Participation) RETURN p
  UNION MATCH (:Office {id: parent})<-[:IN_OFFICE]-(:Tenure)<-[:TAKEN_BY]-(p:Participation) RETURN p
}
MATCH (p)-[:TOOK_PART]->(e:Event)
WHERE $roles IS NULL OR p.role IN $roles
WITH p.id AS id, coalesce(e.dateEffective, '') AS key
