// Every name that search knows, with what it is a name of. Display names come without language.
// Columns: id, text, rank = 0 for a display name, 1 for another one
MATCH (p:Place) RETURN p.id AS id, p.name AS text, 0 AS rank
UNION MATCH (p:Place) WHERE p.nameEn IS NOT NULL RETURN p.id AS id, p.nameEn AS text, 0 AS rank
UNION MATCH (p:Place) WHERE p.nameId IS NOT NULL RETURN p.id AS id, p.nameId AS text, 0 AS rank
UNION MATCH (o:Official) RETURN o.id AS id, o.name AS text, 0 AS rank
UNION MATCH (o:Office) RETURN o.id AS id, o.name AS text, 0 AS rank
UNION MATCH (o:Office) WHERE o.nameId IS NOT NULL RETURN o.id AS id, o.nameId AS text, 0 AS rank
UNION MATCH (m:Mission) RETURN m.id AS id, m.name AS text, 0 AS rank
UNION MATCH (m:Mission) WHERE m.nameId IS NOT NULL RETURN m.id AS id, m.nameId AS text, 0 AS rank
UNION MATCH (a:Award) RETURN a.id AS id, a.name AS text, 0 AS rank
UNION MATCH (s:Sector) RETURN s.id AS id, s.name AS text, 0 AS rank
UNION MATCH (s:Sector) WHERE s.nameId IS NOT NULL RETURN s.id AS id, s.nameId AS text, 0 AS rank
UNION MATCH (thing)-[:HAS_NAME]->(n:Name) RETURN thing.id AS id, n.text AS text, 1 AS rank
