// The first things after an id, of one label, that are supported by each number of independent sources and
// each best grade.
// Parameters: after = id of the last one before; limit = of each group
// Slots: label
// Columns: sources, grade, ids
MATCH (thing:{{label}})
WHERE thing.id > $after
{{> source/support}}
WITH sources, grade, id
ORDER BY id
WITH sources, grade, collect(id) AS members
RETURN sources, grade, members[..$limit] AS ids
ORDER BY sources, grade DESC
