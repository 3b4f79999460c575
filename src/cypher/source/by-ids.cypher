// Sources by id.
// Parameters: ids
// Columns: id, kind, title, publisher, authors, published, language, url, licence, note; importTool, importedAt, importFiles, importHashes where it is a file that was imported
UNWIND $ids AS wanted
MATCH (s:Source {id: wanted})
RETURN s.id AS id, s.kind AS kind, s.title AS title, s.publisher AS publisher, s.authors AS authors, s.published AS published,
  s.language AS language, s.url AS url, s.licence AS licence, s.note AS note,
  s.importTool AS importTool, s.importedAt AS importedAt, s.importFiles AS importFiles, s.importHashes AS importHashes
