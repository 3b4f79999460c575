// The places that a public code identifies, those that it identifies today first.
// Parameters: code = id of the code
// Columns: id
MATCH (:Code {id: $code})<-[r:HAS_CODE]-(p:Place)
WITH p.id AS id, coalesce(r.untilLatest, '9999-12-31') AS until
RETURN id
ORDER BY until DESC, id
