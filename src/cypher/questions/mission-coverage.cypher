// The places in the district of a mission, and their agreements and talks with the country that sends
// the mission, whatever part of that country is the other party. A row without agreement for every
// place, and a row for every agreement.
// Parameters: mission; placeKinds; those of agreement/decides
// Columns: place, sortName, agreement, phase
MATCH (:Mission {id: $mission})-[:COVERS]->(province:Place)
WITH province
MATCH (province)<-[:PART_OF*0..7]-(p:Place)
WHERE p.kind IN $placeKinds
RETURN p.id AS place, p.sortName AS sortName, null AS agreement, null AS phase
UNION
MATCH (m:Mission {id: $mission})-[:COVERS]->(province:Place)
WITH m, province
MATCH (province)<-[:PART_OF*0..7]-(p:Place)
WHERE p.kind IN $placeKinds
WITH DISTINCT m, p
MATCH (p)<-[:HAS_PARTY]-(a:Agreement)
WITH m, p, a
MATCH (a)-[:HAS_PARTY]->(there:Place)
WHERE there.id <> p.id
WITH m, p, a, there
MATCH (there)-[:PART_OF*0..8]->(land:Place)
WHERE EXISTS { MATCH (m)-[:SENT_BY]->(land) }
WITH DISTINCT p, a
MATCH (a)-[:REACHED]->(now:Stage)
WHERE {{> agreement/decides}}
RETURN p.id AS place, p.sortName AS sortName, a.id AS agreement, now.phase AS phase
