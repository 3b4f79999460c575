// Fragment: pairs of provinces of a country whose places have agreements with places in the same
// foreign province, each with the foreign provinces and the agreements on either side.
// Parameters: country; placeKinds = kinds of the places at home; kinds of agreements (null: any);
//   asOf, phases of agreement/in-force; minShared
MATCH (:Place {id: $country})<-[:PART_OF]-(home:Place)
WHERE home.kind = 'PROVINCE'
WITH home
MATCH (home)<-[:PART_OF*0..7]-(here:Place)
WHERE here.kind IN $placeKinds
WITH home, here
MATCH (here)<-[:HAS_PARTY]-(a:Agreement)
WHERE ($kinds IS NULL OR a.kind IN $kinds)
  AND {{> agreement/in-force}}
WITH DISTINCT home, a
MATCH (a)-[:HAS_PARTY]->(there:Place)
WITH home, a, there
MATCH (there)-[:PART_OF*0..7]->(abroad:Place)-[:PART_OF]->(land:Place)
WHERE abroad.kind = 'PROVINCE' AND land.kind = 'COUNTRY' AND land.id <> $country
WITH DISTINCT abroad.id AS foreign, home.id AS home, a.id AS agreement
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
