// All places, a part at a time, by id.
// Parameters: after = id of the last one before the part; limit
// Columns: id, kind, sortName, partOf, country, province, latitude, longitude, population
MATCH (p:Place)
WHERE p.id > $after
WITH p
ORDER BY p.id
LIMIT $limit
OPTIONAL MATCH (p)-[:PART_OF]->(larger:Place)
RETURN p.id AS id, p.kind AS kind, p.sortName AS sortName, larger.id AS partOf, p.country AS country, p.province AS province,
  p.latitude AS latitude, p.longitude AS longitude, p.population AS population
ORDER BY id
