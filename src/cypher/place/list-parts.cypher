// List: the places that are directly part of a place, by name.
// Parameters: kinds (null: any), withAgreements (null: either)
MATCH (:Place {id: parent})<-[:PART_OF]-(p:Place)
WHERE ($kinds IS NULL OR p.kind IN $kinds)
  AND ($withAgreements IS NULL OR $withAgreements = EXISTS { MATCH (p)<-[:HAS_PARTY]-(:Agreement) })
WITH p.id AS id, p.sortName AS key
