// Who took part in one role in the events that concern agreements, the earliest event first: those who
// signed or witnessed.
// Parameters: ids, role
// Columns: of, id
UNWIND $ids AS of
MATCH (:Agreement {id: of})<-[:CONCERNS]-(e:Event)<-[:TOOK_PART]-(p:Participation)
WHERE p.role = $role
WITH DISTINCT of, p.id AS id, coalesce(e.dateEffective, '') AS day, p.position AS position
RETURN of, id
ORDER BY of, day, position, id
LIMIT 10000
