// List: talks that have not moved: agreements whose state on a day is before signing and was reached
// on or before another day; by that day. Talks without any date are left out.
// Parameters: asOf (null: now); reachedBy = day; phases = those before signing; those of agreement/inside
MATCH (a:Agreement)
{{> agreement/state}}
  AND now.phase IN $phases
  AND now.dateEffective <= $reachedBy
WITH a, now
WHERE $within IS NULL OR {{> agreement/inside if within}}
WITH DISTINCT a.id AS id, now.dateEffective AS key
