// The place that a slug addresses.
// Parameters: slug
// Columns: id
MATCH (p:Place {slug: $slug})
RETURN p.id AS id
