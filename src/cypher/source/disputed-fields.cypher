// The fields of the things of one label on which sources disagree, a part at a time, by id and field.
// Parameters: afterId, afterField = what the part before ended with; limit
// Slots: label
// Columns: id, field
MATCH (thing:{{label}})
{{> source/dissent}}
WHERE id > $afterId OR (id = $afterId AND field > $afterField)
RETURN id, field
ORDER BY id, field
LIMIT $limit
