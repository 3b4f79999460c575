// Fragment: pairs of provinces of a country whose places have ties with places in the same foreign
// province, each with the foreign provinces and the agreements on either side.
// Parameters: home = id of the country; homeKinds = kinds of the places at home; minShared; those of tie/hop
MATCH (here:Place {country: $home})
WHERE here.kind IN $homeKinds AND here.province IS NOT NULL
{{> tie/hop}}
  AND there.country <> $home AND there.province IS NOT NULL
WITH DISTINCT there.province AS foreign, here.province AS home, a.id AS agreement
ORDER BY foreign, home, agreement
WITH foreign, home, collect(agreement) AS agreements
ORDER BY foreign, home
WITH foreign, collect({home: home, agreements: agreements}) AS homes
UNWIND homes AS one
UNWIND homes AS other
WITH foreign, one, other
WHERE one.home < other.home
WITH one.home AS a, other.home AS b, foreign, one.agreements AS ofA, other.agreements AS ofB
ORDER BY a, b, foreign
WITH a, b, collect({foreign: foreign, ofA: ofA, ofB: ofB}) AS shared
WITH a, b, shared, size(shared) AS sharedCount, a + ' ' + b AS pair
WHERE sharedCount >= $minShared
