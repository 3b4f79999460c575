// Gives places of another data set properties that they do not have, and keeps who gave them.
// Parameters: rows = list of {id, properties} (latitude and longitude, population, or all of them); dataset
// Columns: saved
UNWIND $rows AS row
MATCH (p:Place {id: row.id})
SET p += row.properties
SET p.locatedBy = CASE WHEN row.properties.latitude IS NULL THEN p.locatedBy ELSE $dataset END
SET p.countedBy = CASE WHEN row.properties.population IS NULL THEN p.countedBy ELSE $dataset END
RETURN count(p) AS saved
