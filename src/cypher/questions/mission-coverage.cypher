// The places in the district of a mission, each with its agreements and talks with the country that
// sends the mission, whatever part of that country is the other party.
// Parameters: mission; placeKinds; asOf (null: now, and undated stages count)
// Columns: place, sortName, agreement (null: none), phase
MATCH (m:Mission {id: $mission})-[:COVERS]->(province:Place)
WITH m, province
MATCH (province)<-[:PART_OF*0..7]-(p:Place)
WHERE p.kind IN $placeKinds
WITH DISTINCT p
OPTIONAL MATCH (p)<-[:HAS_PARTY]-(a:Agreement)
WHERE EXISTS { MATCH (a)-[:HAS_PARTY]->(:Place)-[:PART_OF*0..8]->(:Place)<-[:SENT_BY]-(:Mission {id: $mission}) }
WITH p, a
OPTIONAL MATCH (a)-[:REACHED]->(now:Stage)
WHERE ($asOf IS NULL OR now.dateEffective <= $asOf)
  AND NOT EXISTS {
    MATCH (a)-[:REACHED]->(later:Stage)
    WHERE later.rank > now.rank AND ($asOf IS NULL OR later.dateEffective <= $asOf)
  }
WITH DISTINCT p.id AS place, p.sortName AS sortName, CASE WHEN now IS NULL THEN null ELSE a.id END AS agreement, now.phase AS phase
RETURN place, sortName, agreement, phase
ORDER BY sortName, place, agreement
