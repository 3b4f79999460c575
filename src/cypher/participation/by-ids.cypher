// Participations by id, with what took part.
// Parameters: ids
// Columns: id, role, note, event, taker
UNWIND $ids AS wanted
MATCH (p:Participation {id: wanted})-[:TOOK_PART]->(e:Event)
WITH p, e
MATCH (p)-[:TAKEN_BY]->(taker)
RETURN p.id AS id, p.role AS role, p.note AS note, e.id AS event, taker.id AS taker
