// List: who took part in an event, in the order of its record.
// Parameters: roles (null: any)
MATCH (:Event {id: parent})<-[:TOOK_PART]-(p:Participation)
WHERE $roles IS NULL OR p.role IN $roles
WITH p.id AS id, p.position AS key
