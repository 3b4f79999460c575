// How far the cooperations of a country's places have come on a day: for every group, how many are at
// each stage then, and how many have ever reached it.
// Parameters: country; by = PROVINCE, KIND or YEAR; asOf (null: now, and undated stages count)
// Columns: grp (null: no province, or no dated stage), stage, decisive = whether it is the state, total
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
WITH DISTINCT a.id AS agreement, step.stage AS stage, step.rank = rank AS decisive,
  CASE $by WHEN 'PROVINCE' THEN home WHEN 'KIND' THEN a.kind ELSE substring(first, 0, 4) END AS grp
RETURN grp, stage, decisive, count(DISTINCT agreement) AS total
ORDER BY grp, stage, decisive
