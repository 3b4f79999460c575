// The sectors of the agreements of a part.
// Parameters: those of snapshot/range
// Columns: of, sector
{{> snapshot/range}}
MATCH (a)-[:IN_SECTOR]->(s:Sector)
RETURN a.id AS of, s.id AS sector
ORDER BY of, sector
