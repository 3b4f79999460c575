// Which provinces of a country have places with ties to the same foreign province? One page of pairs, those
// that share most first.
// Parameters: those of questions/foreign-provinces-of-pairs; afterShared (null: from the start),
//   afterPair, limit
// Columns: a, b, pair, sharedCount, shared = list of {foreign, ofA, ofB}
{{> questions/foreign-provinces-of-pairs}}
  AND ($afterShared IS NULL OR sharedCount < $afterShared OR (sharedCount = $afterShared AND pair > $afterPair))
RETURN a, b, pair, sharedCount, shared
ORDER BY sharedCount DESC, pair
LIMIT $limit
