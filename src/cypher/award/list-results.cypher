// List: the results of an award, in the order of its record.
// Parameters: outcomes (null: any)
MATCH (:Award {id: parent})<-[:RESULT_OF]-(r:AwardResult)
WHERE $outcomes IS NULL OR r.outcome IN $outcomes
WITH r.id AS id, r.position AS key
