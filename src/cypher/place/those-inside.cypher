// Which of these places are a certain place, or inside it at any depth.
// Parameters: ids; within = id of that place (null: anywhere)
// Columns: id
UNWIND $ids AS one
MATCH (there:Place {id: one})
WHERE $within IS NULL OR {{> place/inside if within}}
RETURN there.id AS id
ORDER BY id
