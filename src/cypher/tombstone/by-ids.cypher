// What is left of things that are gone, by their own ids.
// Parameters: ids = those of the tombstones
// Columns: id, retired = id of the thing, successor (null: none), reason, date = when it was retired (may be null), dataSet, leftBehind
UNWIND $ids AS wanted
MATCH (t:Tombstone {id: wanted})
RETURN t.id AS id, t.retired AS retired, t.successor AS successor, t.reason AS reason, t.date AS date, t.dataset AS dataSet,
  coalesce(t.leftBehind, false) AS leftBehind
