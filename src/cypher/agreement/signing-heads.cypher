// The places whose heads signed agreements: somebody in such an office took part as signatory in an event that
// concerns the agreement.
// Parameters: ids; roles = those of heads; asOf (null: whenever)
// Columns: of, place, event
UNWIND $ids AS of
MATCH (:Agreement {id: of})<-[:CONCERNS]-(e:Event)<-[:TOOK_PART]-(p:Participation)
WHERE p.role = 'SIGNATORY' AND ($asOf IS NULL OR e.dateEffective <= $asOf)
WITH of, e, p
MATCH (p)-[:TAKEN_BY]->(:Tenure)-[:IN_OFFICE]->(o:Office)-[:OFFICE_OF]->(place:Place)
WHERE o.role IN $roles
RETURN of, place.id AS place, e.id AS event
UNION
UNWIND $ids AS of
MATCH (:Agreement {id: of})<-[:CONCERNS]-(e:Event)<-[:TOOK_PART]-(p:Participation)
WHERE p.role = 'SIGNATORY' AND ($asOf IS NULL OR e.dateEffective <= $asOf)
WITH of, e, p
MATCH (p)-[:TAKEN_BY]->(o:Office)-[:OFFICE_OF]->(place:Place)
WHERE o.role IN $roles
RETURN of, place.id AS place, e.id AS event
