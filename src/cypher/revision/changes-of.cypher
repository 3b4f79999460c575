// What revisions after one changed of things, in their order.
// Parameters: ids = those of the things, after = number of a revision
// Columns: revision, id, of, type = that of the records, before = JSON (may be null), beforeBy = the data set whose it was
//   (may be null), after = JSON (may be null), afterBy = the data set whose it is (may be null), since = revision that brought the
//   record before (may be null), position
UNWIND $ids AS of
MATCH (c:Change {of: of})
WHERE c.revision > $after
RETURN c.revision AS revision, c.id AS id, c.of AS of, c.type AS type, c.before AS before, c.beforeBy AS beforeBy,
  c.after AS after, c.afterBy AS afterBy, c.since AS since, c.position AS position
ORDER BY of, revision, position
