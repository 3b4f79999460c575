// How many pairs of provinces share a foreign province.
// Parameters: those of questions/foreign-provinces-of-pairs
// Columns: total
{{> questions/foreign-provinces-of-pairs}}
RETURN count(pair) AS total
