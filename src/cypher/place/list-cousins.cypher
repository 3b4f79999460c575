// List: the places that share partners with a place, those that share most first. A country that
// stands for a partner not yet chosen is no shared partner.
// Parameters: asOf, phases of agreement/in-force; kinds of the agreements (null: any)
MATCH (:Place {id: parent})<-[:HAS_PARTY]-(a:Agreement)
WHERE ($kinds IS NULL OR a.kind IN $kinds)
  AND {{> agreement/in-force}}
WITH DISTINCT a
MATCH (a)-[:HAS_PARTY]->(partner:Place)
WHERE partner.id <> parent AND partner.kind <> 'COUNTRY'
WITH DISTINCT partner
MATCH (partner)<-[:HAS_PARTY]-(a:Agreement)
WHERE ($kinds IS NULL OR a.kind IN $kinds)
  AND {{> agreement/in-force}}
WITH DISTINCT partner, a
MATCH (a)-[:HAS_PARTY]->(cousin:Place)
WHERE cousin.id <> parent AND cousin.id <> partner.id AND cousin.kind <> 'COUNTRY'
WITH cousin.id AS id, count(DISTINCT partner.id) AS key
