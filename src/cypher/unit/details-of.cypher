// What data sets say of some things of others, beside relationships: the things, and what completes them.
// Parameters: ids = those of the things
// Columns: id, of, dataset, hash, latitude, longitude, population, knownSince = revision that brought it (may be null)
UNWIND $ids AS of
MATCH (d:Detail {of: of})
RETURN d.id AS id, of, d.dataset AS dataset, d.hash AS hash, d.latitude AS latitude, d.longitude AS longitude,
  d.population AS population, d.knownSince AS knownSince
ORDER BY of, id
