// Frees slugs that a data set gave to other places than those that are to have them now.
// Parameters: rows = list of {id, slug}; dataset
// Columns: none
UNWIND $rows AS row
MATCH (p:Place {slug: row.slug})
WHERE p.dataset = $dataset AND p.id <> row.id
REMOVE p.slug
