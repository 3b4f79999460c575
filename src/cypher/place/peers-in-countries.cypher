// The places of countries that could be partners of a place, the nearest in size first.
// Parameters: countries, and those of place/nearest-peers
// Columns: id, kind, country, province, population
UNWIND $countries AS country
MATCH (p:Place {country: country})
{{> place/nearest-peers}}
