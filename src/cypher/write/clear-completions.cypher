// Takes back the properties that a data set gave the places of others.
// Parameters: dataset
// Columns: none
MATCH (p:Place)
WHERE p.locatedBy = $dataset OR p.countedBy = $dataset
SET p.latitude = CASE WHEN p.locatedBy = $dataset THEN null ELSE p.latitude END
SET p.longitude = CASE WHEN p.locatedBy = $dataset THEN null ELSE p.longitude END
SET p.population = CASE WHEN p.countedBy = $dataset THEN null ELSE p.population END
REMOVE p.locatedBy, p.countedBy
