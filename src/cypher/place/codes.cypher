// The public codes of places.
// Parameters: ids
// Columns: of, scheme, value, from, until
UNWIND $ids AS of
MATCH (:Place {id: of})-[r:HAS_CODE]->(c:Code)
RETURN of, c.scheme AS scheme, c.value AS value, r.from AS from, r.until AS until
ORDER BY of, scheme, value
