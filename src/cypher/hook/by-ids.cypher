// How far webhooks have come, and which process delivers to each. One that was only locked so far is left out.
// Parameters: ids = their names
// Columns: id, revision = the last one that was delivered as a whole, part = how many changes of the next one were, holder = who
//   delivers (may be null), beat = changes while the holder lives, failures = attempts in a row that failed, retryAt = ISO 8601
//   in UTC (may be null), version = of the file of webhooks that failures and end are about, ended = whether it has ended
UNWIND $ids AS wanted
MATCH (h:Hook {id: wanted})
WHERE h.revision IS NOT NULL
RETURN h.id AS id, h.revision AS revision, h.part AS part, h.holder AS holder, h.beat AS beat, h.failures AS failures,
  h.retryAt AS retryAt, h.version AS version, h.ended AS ended
ORDER BY id
