// How good the sources are that support the agreements of a part.
// Parameters: those of snapshot/range
// Columns: of, confidence
{{> snapshot/range}}
MATCH (a)-[cited:CITES]->(:Source)
WHERE cited.preferred AND cited.confidence IS NOT NULL
RETURN DISTINCT a.id AS of, cited.confidence AS confidence
ORDER BY of, confidence
