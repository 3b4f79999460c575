// The places that each place has a tie with, what they are and where they are.
// Parameters: ids, and those of tie/hop
// Columns: of, id, kind, country, province, population
UNWIND $ids AS of
MATCH (here:Place {id: of})
{{> tie/hop}}
RETURN DISTINCT of, there.id AS id, there.kind AS kind, there.country AS country, there.province AS province,
  there.population AS population
