// The places abroad that have ties with places of a country, with the places that they have them with, by id.
// Parameters: home = the country; peerKinds = kinds of the places abroad; within = the country that they are in (null: any);
//   those of tie/hop
// Columns: id, kind, country, province, population, partners = ids
MATCH (here:Place {country: $home})
{{> tie/hop}}
  AND there.kind IN $peerKinds AND there.country <> $home AND ($within IS NULL OR there.country = $within)
WITH DISTINCT there, here.id AS partner
ORDER BY partner
WITH there, collect(partner) AS partners
RETURN there.id AS id, there.kind AS kind, there.country AS country, there.province AS province,
  there.population AS population, partners
ORDER BY id
