// List: the places at any depth inside a place, by name.
// Parameters: kinds (null: any), withAgreements (null: either)
MATCH (:Place {id: parent})<-[:PART_OF*1..8]-(p:Place)
WHERE ($kinds IS NULL OR p.kind IN $kinds)
  AND ($withAgreements IS NULL OR $withAgreements = EXISTS { MATCH (p)<-[:HAS_PARTY]-(:Agreement) })
WITH DISTINCT p.id AS id, p.sortName AS key
