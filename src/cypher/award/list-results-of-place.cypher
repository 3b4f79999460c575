// List: what a place achieved in awards, by day of the award.
// Parameters: outcomes (null: any)
MATCH (:Place {id: parent})<-[:EARNED_BY]-(r:AwardResult)-[:RESULT_OF]->(a:Award)
WHERE $outcomes IS NULL OR r.outcome IN $outcomes
WITH r.id AS id, coalesce(a.dateEffective, '') AS key
