// Notes a revision: who changed the graph, when, and why. It is never changed again.
// Parameters: id, number, at = ISO 8601 in UTC, actor = who, role, operation, reason (may be null), sources = ids of what it
//   rests on, overrides = JSON of the rules that were overridden (may be null), undoes = number of the revision that it takes
//   back (may be null), request = key of the request (may be null), asked = hash of what was asked (may be null),
//   subject = id of what it is about, imported = JSON of what was imported (may be null)
// Columns: id
CREATE (r:Revision {id: $id})
SET r.number = $number, r.at = $at, r.actor = $actor, r.role = $role, r.operation = $operation, r.reason = $reason,
  r.sources = $sources, r.overrides = $overrides, r.undoes = $undoes, r.request = $request, r.asked = $asked, r.subject = $subject, r.imported = $imported
RETURN r.id AS id
