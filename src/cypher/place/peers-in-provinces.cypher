// The places of provinces that could be partners of a place, the nearest in size first.
// Parameters: provinces, and those of place/nearest-peers
// Columns: id, kind, country, province, population
UNWIND $provinces AS province
MATCH (p:Place {province: province})
{{> place/nearest-peers}}
