// Fragment, the end of a list: revisions `r` that were made by somebody and at some time.
// Parameters: actor (null: anybody), since, before = ISO 8601 in UTC (null: any time)
WHERE ($actor IS NULL OR r.actor = $actor)
  AND ($since IS NULL OR r.at >= $since)
  AND ($before IS NULL OR r.at < $before)
WITH r.id AS id, r.number AS key
