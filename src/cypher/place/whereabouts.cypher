// What places are, where they are, and how many people live there.
// Parameters: ids
// Columns: id, kind, country, province, population
UNWIND $ids AS wanted
MATCH (p:Place {id: wanted})
RETURN p.id AS id, p.kind AS kind, p.country AS country, p.province AS province, p.population AS population
