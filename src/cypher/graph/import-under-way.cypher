// The import that is changing the graph. No row: none is.
// Columns: token, dataset, host, machine, pid, born = when the process began, startedAt, beat = changes while it lives
MATCH (i:Import {id: 'import'})
WHERE i.token IS NOT NULL
OPTIONAL MATCH (b:Import {id: 'beat'})
RETURN i.token AS token, i.dataset AS dataset, i.host AS host, i.machine AS machine, i.pid AS pid, i.born AS born,
  i.startedAt AS startedAt, b.beat AS beat
