// Which of these places are a country or a province, or inside it.
// Parameters: ids; those of place/inside
// Columns: id
UNWIND $ids AS one
MATCH (there:Place {id: one})
WHERE {{> place/inside}}
RETURN there.id AS id
ORDER BY id
