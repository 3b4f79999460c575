// List: the participations of an official, in any office, by day of the event.
// Parameters: roles (null: any)
MATCH (:Official {id: parent})-[:SERVED]->(:Tenure)<-[:TAKEN_BY]-(p:Participation)-[:TOOK_PART]->(e:Event)
WHERE $roles IS NULL OR p.role IN $roles
WITH p.id AS id, coalesce(e.dateEffective, '') AS key
