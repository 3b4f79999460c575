// Gives places the location that the first data set by name has for them, and keeps whose it is. Places that say theirs keep it.
// Parameters: ids
// Columns: none
UNWIND $ids AS id
MATCH (d:Detail {of: id})
WHERE d.latitude IS NOT NULL
WITH id, min(d.id) AS first
MATCH (d:Detail {id: first})
MATCH (p:Place {id: id})
WHERE p.latitude IS NULL OR p.locatedBy IS NOT NULL
SET p.latitude = d.latitude, p.longitude = d.longitude, p.locatedBy = d.dataset
