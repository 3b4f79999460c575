// Notes what a data set says of things of others: the hash of it, and what completes a place.
// Parameters: rows = list of {id, properties} (of, dataset, hash; latitude and longitude, population or none of them)
// Columns: saved
UNWIND $rows AS row
MERGE (d:Detail {id: row.id})
SET d = row.properties
RETURN count(d) AS saved
