// Fragment: for each agreement `a`, the stage `now` that decides its state on a day (see stageRank).
// An agreement that had reached no stage by then is left out.
// Parameters: asOf (null: now, and undated stages count)
MATCH (a)-[:REACHED]->(step:Stage)
WHERE $asOf IS NULL OR step.dateEffective <= $asOf
WITH a, max(step.rank) AS rank
MATCH (a)-[:REACHED]->(now:Stage)
WHERE now.rank = rank
