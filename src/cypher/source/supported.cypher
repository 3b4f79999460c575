// The things of one label that so many independent sources of such grades support, a part at a time, by id.
// Parameters: after = id of the last one before the part; minSources, maxSources; grades = numbers; limit
// Slots: label
// Columns: id
MATCH (thing:{{label}})
WHERE thing.id > $after
{{> source/support}}
WHERE sources >= $minSources AND sources <= $maxSources AND grade IN $grades
RETURN id
ORDER BY id
LIMIT $limit
