// How many fields of the things of one label sources disagree on.
// Parameters: none
// Slots: label
// Columns: total
MATCH (thing:{{label}})
{{> source/dissent}}
RETURN count(id) AS total
