// Frees the slugs of the places that a data set brought, so that a place may take over the slug of
// another one in the same transaction.
// Parameters: dataset
// Columns: none
MATCH (p:Place)
WHERE p.dataset = $dataset
REMOVE p.slug
