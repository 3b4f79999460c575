// How far the cooperations of a country's places have come on a day: for every group, how many are at
// each stage then, and how many have ever reached it.
// Parameters: country; by = PROVINCE, KIND or YEAR; asOf (null: now, and undated stages count)
// Columns: grp (null: no province, or no dated stage), stage, now = agreements whose state it is, ever = agreements that have reached it
MATCH (:Place {id: $country})<-[:PART_OF*0..8]-(here:Place)<-[:HAS_PARTY]-(a:Agreement)
WITH DISTINCT here, a
OPTIONAL MATCH (here)-[:PART_OF*0..7]->(province:Place)
WHERE province.kind = 'PROVINCE'
WITH DISTINCT a, CASE $by WHEN 'PROVINCE' THEN province.id ELSE null END AS home
MATCH (a)-[:REACHED]->(step:Stage)
WHERE $asOf IS NULL OR step.dateEffective <= $asOf
WITH a, home, max(step.rank) AS rank, min(step.dateEffective) AS first
MATCH (a)-[:REACHED]->(step:Stage)
WHERE $asOf IS NULL OR step.dateEffective <= $asOf
WITH a.id AS agreement, step.stage AS stage, CASE WHEN step.rank = rank THEN 1 ELSE 0 END AS decisive,
  CASE $by WHEN 'PROVINCE' THEN home WHEN 'KIND' THEN a.kind ELSE substring(first, 0, 4) END AS grp
WITH agreement, stage, grp, max(decisive) AS decisive
RETURN grp, stage, sum(decisive) AS now, count(agreement) AS ever
ORDER BY grp, stage
