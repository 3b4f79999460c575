// What revisions changed.
// Parameters: revisions = their numbers; from, until = of each the changes from this position on, and before that one
// Columns: revision, id, of, type = that of the records, before = JSON (may be null), beforeBy = the data set whose it was
//   (may be null), after = JSON (may be null), afterBy = the data set whose it is (may be null), since = revision that brought the
//   record before (may be null), position
UNWIND $revisions AS number
MATCH (:Revision {number: number})-[:MADE]->(c:Change)
WHERE c.position >= $from AND c.position < $until
RETURN c.revision AS revision, c.id AS id, c.of AS of, c.type AS type, c.before AS before, c.beforeBy AS beforeBy,
  c.after AS after, c.afterBy AS afterBy, c.since AS since, c.position AS position
ORDER BY revision, position
