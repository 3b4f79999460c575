// Fragment: of the events `e`, those that fit the filters, with their day as the key.
// Parameters: kinds (null: any), from, until = days (null: open)
WHERE ($kinds IS NULL OR e.kind IN $kinds)
  AND ($from IS NULL OR e.dateLatest >= $from)
  AND ($until IS NULL OR e.dateEarliest <= $until)
WITH DISTINCT e.id AS id, coalesce(e.dateEffective, '') AS key
