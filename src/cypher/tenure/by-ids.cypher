// Tenures by id.
// Parameters: ids
// Columns: id, acting, from, until, note
UNWIND $ids AS wanted
MATCH (t:Tenure {id: wanted})
RETURN t.id AS id, t.acting AS acting, t.from AS from, t.until AS until, t.note AS note
