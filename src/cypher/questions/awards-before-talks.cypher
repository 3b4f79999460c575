// Awards that a place won and the talks of that place that began no earlier than the award, with the
// days that tell how long after it was. Whether a source links the two is said in `linked`.
// Parameters: limit
// Columns: result, award, awardEarliest, awardLatest, agreement, stage, began, linked
MATCH (r:AwardResult)-[:RESULT_OF]->(w:Award)
WHERE r.outcome <> 'PARTICIPANT'
WITH r, w
MATCH (r)-[:EARNED_BY]->(p:Place)
WITH r, w, p
MATCH (p)<-[:HAS_PARTY]-(a:Agreement)
WITH r, w, a
MATCH (a)-[:REACHED]->(s:Stage)
WHERE s.dateEffective IS NOT NULL
  AND NOT EXISTS { MATCH (a)-[:REACHED]->(earlier:Stage) WHERE earlier.rank < s.rank AND earlier.dateEffective IS NOT NULL }
  AND s.dateEffective >= w.dateEarliest
RETURN DISTINCT r.id AS result, w.id AS award, w.dateEarliest AS awardEarliest, w.dateLatest AS awardLatest, a.id AS agreement,
  s.id AS stage, s.dateEffective AS began, EXISTS { MATCH (a)-[:PROMPTED_BY]->(w) } AS linked
ORDER BY began, result, agreement
LIMIT $limit
