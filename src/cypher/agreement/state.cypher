// Fragment: for each agreement `a`, the stage `now` that decides its state on a day. An agreement that
// had reached no stage by then is left out.
// Parameters: those of agreement/decides
MATCH (a)-[:REACHED]->(now:Stage)
WHERE {{> agreement/decides}}
