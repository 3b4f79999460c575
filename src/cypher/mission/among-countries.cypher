// The missions of some kinds that countries have in one another.
// Parameters: countries = ids; kinds
// Columns: id, sender, host = ids of countries
UNWIND $countries AS sender
MATCH (:Place {id: sender})<-[:SENT_BY]-(m:Mission)
WHERE m.kind IN $kinds
WITH sender, m
MATCH (m)-[:SEATED_IN]->(seat:Place)
WHERE seat.country IN $countries AND seat.country <> sender
RETURN m.id AS id, sender, seat.country AS host
ORDER BY id, sender, host
