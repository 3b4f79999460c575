// Agreements with what they join and say, a part of all at a time, by id. The lists in a row are in no order.
// Parameters: after = id of the last one before the part; limit
// Columns: id, kind, parties = [position, id of the place], steps = [rank, id, stage, effective, earliest, latest],
// sectors = ids, confidences = grades of the sources that support it
MATCH (a:Agreement)
WHERE a.id > $after
WITH a
ORDER BY a.id
LIMIT $limit
RETURN a.id AS id, a.kind AS kind,
  [(a)-[party:HAS_PARTY]->(p:Place) | [party.position, p.id]] AS parties,
  [(a)-[:REACHED]->(s:Stage) | [s.rank, s.id, s.stage, s.dateEffective, s.dateEarliest, s.dateLatest]] AS steps,
  [(a)-[:IN_SECTOR]->(sector:Sector) | sector.id] AS sectors,
  [(a)-[cited:CITES]->(:Source) WHERE cited.preferred AND cited.confidence IS NOT NULL | cited.confidence] AS confidences
ORDER BY id
