// What a data set says of the things of others, beside relationships: the things, and what completes them.
// Parameters: dataset; after = id of the last one before the part; limit
// Columns: id, of, dataset, hash, latitude, longitude, population, knownSince = revision that brought it (may be null)
MATCH (d:Detail)
WHERE d.dataset = $dataset AND d.id > $after
RETURN d.id AS id, d.of AS of, d.dataset AS dataset, d.hash AS hash, d.latitude AS latitude, d.longitude AS longitude, d.population AS population, d.knownSince AS knownSince
ORDER BY id
LIMIT $limit
