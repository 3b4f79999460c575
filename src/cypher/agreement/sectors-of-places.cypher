// The sectors of places: those of their agreements that count, and those of the events that concern these.
// Parameters: ids, and those of agreement/counts
// Columns: of, sector, agreement
UNWIND $ids AS of
MATCH (:Place {id: of})<-[:HAS_PARTY]-(a:Agreement)
WITH of, a
MATCH (a)-[:IN_SECTOR]->(subject:Sector)
WHERE {{> agreement/counts}}
RETURN of, subject.id AS sector, a.id AS agreement
UNION
UNWIND $ids AS of
MATCH (:Place {id: of})<-[:HAS_PARTY]-(a:Agreement)
WITH of, a
MATCH (a)<-[:CONCERNS]-(e:Event)
WHERE ($asOf IS NULL OR e.dateEffective <= $asOf)
WITH of, a, e
MATCH (e)-[:IN_SECTOR]->(subject:Sector)
WHERE {{> agreement/counts}}
RETURN of, subject.id AS sector, a.id AS agreement
