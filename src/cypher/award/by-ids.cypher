// Awards by id.
// Parameters: ids
// Columns: id, name, nameId, nameEn, organiser, date, participatingPlaces, participatingCountries, note
UNWIND $ids AS wanted
MATCH (a:Award {id: wanted})
RETURN a.id AS id, a.name AS name, a.nameId AS nameId, a.nameEn AS nameEn, a.organiser AS organiser, a.date AS date,
  a.participatingPlaces AS participatingPlaces, a.participatingCountries AS participatingCountries, a.note AS note
