// Makes an import the one that may change the graph.
// Parameters: token, dataset, host, pid, born = when the process began, startedAt
// Columns: token
MERGE (i:Import {id: 'import'})
SET i.token = $token, i.dataset = $dataset, i.host = $host, i.pid = $pid, i.born = $born, i.startedAt = $startedAt, i.beat = 0
RETURN i.token AS token
