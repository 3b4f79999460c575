// Takes back what a data set gave places that did not have it.
// Parameters: ids, dataset
// Columns: none
UNWIND $ids AS id
MATCH (p:Place {id: id})
WHERE p.locatedBy = $dataset OR p.countedBy = $dataset
SET p.latitude = CASE WHEN p.locatedBy = $dataset THEN null ELSE p.latitude END,
  p.longitude = CASE WHEN p.locatedBy = $dataset THEN null ELSE p.longitude END,
  p.population = CASE WHEN p.countedBy = $dataset THEN null ELSE p.population END
SET p.locatedBy = CASE WHEN p.locatedBy = $dataset THEN null ELSE p.locatedBy END,
  p.countedBy = CASE WHEN p.countedBy = $dataset THEN null ELSE p.countedBy END
