// Makes an import the one that may change the graph. Its signs of life are on a node of their own, which no long
// transaction locks.
// Parameters: token, dataset, host, machine = where numbers of processes mean the same (may be null), pid,
//   born = when the process began, startedAt
// Columns: token
MATCH (i:Import {id: 'import'})
MERGE (b:Import {id: 'beat'})
SET b.token = $token, b.beat = 0
SET i.token = $token, i.dataset = $dataset, i.host = $host, i.machine = $machine, i.pid = $pid, i.born = $born, i.startedAt = $startedAt
RETURN i.token AS token
