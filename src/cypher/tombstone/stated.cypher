// The retirements that somebody states. Bounded: people write them.
// Columns: id, retired, successor (null: none), reason, date (may be null), dataSet, leftBehind = false
MATCH (t:Tombstone)
WHERE t.leftBehind IS NULL
RETURN t.id AS id, t.retired AS retired, t.successor AS successor, t.reason AS reason, t.date AS date, t.dataset AS dataSet,
  false AS leftBehind
ORDER BY id
