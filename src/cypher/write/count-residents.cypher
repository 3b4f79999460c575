// Gives places the population that a data set has for them, and keeps whose it is. Places that have one keep theirs.
// Parameters: ids
// Columns: none
UNWIND $ids AS id
MATCH (d:Detail {of: id})
WHERE d.population IS NOT NULL
WITH id, min(d.id) AS first
MATCH (d:Detail {id: first})
MATCH (p:Place {id: id})
WHERE p.population IS NULL
SET p.population = d.population, p.countedBy = d.dataset
