// How many nodes of a label there are.
// Slots: label
// Columns: total
MATCH (n:{{label}})
RETURN count(n) AS total
