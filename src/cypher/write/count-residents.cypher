// Gives places the population that the first data set by name has for them, and keeps whose it is. Places that say theirs keep it.
// Parameters: ids
// Columns: none
UNWIND $ids AS id
MATCH (d:Detail {of: id})
WHERE d.population IS NOT NULL
WITH id, min(d.id) AS first
MATCH (d:Detail {id: first})
MATCH (p:Place {id: id})
WHERE p.population IS NULL OR p.countedBy IS NOT NULL
SET p.population = d.population, p.countedBy = d.dataset
