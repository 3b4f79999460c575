// The import that is changing the graph. No row: none is.
// Columns: token, dataset, host, pid, born = when the process began, startedAt, beat
MATCH (i:Import {id: 'import'})
RETURN i.token AS token, i.dataset AS dataset, i.host AS host, i.pid AS pid, i.born AS born, i.startedAt AS startedAt, i.beat AS beat
