// Places by id.
// Parameters: ids
// Columns: id, slug, kind, designation, name, nameId, nameEn, latitude, longitude, population, note
UNWIND $ids AS wanted
MATCH (p:Place {id: wanted})
RETURN p.id AS id, p.slug AS slug, p.kind AS kind, p.designation AS designation, p.name AS name, p.nameId AS nameId,
  p.nameEn AS nameEn, p.latitude AS latitude, p.longitude AS longitude, p.population AS population, p.note AS note
