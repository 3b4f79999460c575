// List: what an official took part in during one tenure, by day of the event.
// Parameters: roles (null: any)
MATCH (:Tenure {id: parent})<-[:TAKEN_BY]-(p:Participation)-[:TOOK_PART]->(e:Event)
WHERE $roles IS NULL OR p.role IN $roles
WITH p.id AS id, coalesce(e.dateEffective, '') AS key
