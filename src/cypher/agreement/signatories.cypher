// Who signed or witnessed at signings that concern agreements.
// Parameters: ids, role = SIGNATORY or WITNESS
// Columns: of, id = participation
UNWIND $ids AS of
MATCH (:Agreement {id: of})<-[:CONCERNS]-(e:Event)<-[:TOOK_PART]-(p:Participation)
WHERE p.role = $role
WITH of, p.id AS id, coalesce(e.dateEffective, '') AS day, p.position AS position
RETURN of, id
ORDER BY of, day, position, id
LIMIT 10000
