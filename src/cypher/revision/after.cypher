// Revisions of the history after one and up to another one, in their order. Numbers may be missing.
// Parameters: after, until = numbers, limit
// Columns: id, number, at, actor, role, operation, reason, sources, overrides = JSON, undoes, subject, imported = JSON
MATCH (r:Revision)
WHERE r.number > $after AND r.number <= $until
RETURN r.id AS id, r.number AS number, r.at AS at, r.actor AS actor, r.role AS role, r.operation AS operation, r.reason AS reason,
  r.sources AS sources, r.overrides AS overrides, r.undoes AS undoes, r.subject AS subject, r.imported AS imported
ORDER BY number
LIMIT $limit
