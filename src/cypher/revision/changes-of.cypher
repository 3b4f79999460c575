// What revisions after one changed of things, in their order.
// Parameters: ids = those of the things, after = number of a revision
// Columns: revision, id, of, type = that of the records, before = JSON, null where it was not there, beforeBy = the data set
//   whose it was, after = JSON, null where it is no longer there, afterBy = the data set whose it is, position
UNWIND $ids AS of
MATCH (c:Change {of: of})
WHERE c.revision > $after
RETURN c.revision AS revision, c.id AS id, c.of AS of, c.type AS type, c.before AS before, c.beforeBy AS beforeBy,
  c.after AS after, c.afterBy AS afterBy, c.position AS position
ORDER BY of, revision, position
