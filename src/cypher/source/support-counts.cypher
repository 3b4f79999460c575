// How many things of one label are supported by each number of independent sources and each best grade.
// Parameters: none
// Slots: label
// Columns: sources, grade, total
MATCH (thing:{{label}})
{{> source/support}}
RETURN sources, grade, count(id) AS total
ORDER BY sources, grade DESC
