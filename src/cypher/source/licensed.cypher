// The sources that state terms of use: what a copy of facts has to name.
// Columns: id, kind, title, publisher, published, url, licence
MATCH (s:Source)
WHERE s.licence IS NOT NULL
RETURN s.id AS id, s.kind AS kind, s.title AS title, s.publisher AS publisher, s.published AS published, s.url AS url, s.licence AS licence
ORDER BY id
