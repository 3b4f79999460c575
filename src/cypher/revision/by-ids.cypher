// Revisions by id.
// Parameters: ids
// Columns: id, number, at, actor, role, operation, reason, sources, overrides = JSON, undoes, subject, imported = JSON,
//   request = key of the request, asked = hash of what it asked
UNWIND $ids AS wanted
MATCH (r:Revision {id: wanted})
RETURN r.id AS id, r.number AS number, r.at AS at, r.actor AS actor, r.role AS role, r.operation AS operation, r.reason AS reason,
  r.sources AS sources, r.overrides AS overrides, r.undoes AS undoes, r.subject AS subject, r.imported AS imported, r.request AS request,
  r.asked AS asked
