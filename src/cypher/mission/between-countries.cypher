// The missions of some kinds that one of two countries has in the other.
// Parameters: a, b = ids of the countries; kinds
// Columns: id
MATCH (m:Mission)-[:SENT_BY]->(sender:Place)
WHERE sender.id IN [$a, $b] AND m.kind IN $kinds
WITH m, sender
MATCH (m)-[:SEATED_IN]->(seat:Place)
WHERE seat.country IN [$a, $b] AND seat.country <> sender.id
RETURN DISTINCT m.id AS id
ORDER BY id
