// List: the tenures of an official, the latest first.
MATCH (:Official {id: parent})-[:SERVED]->(t:Tenure)
WITH t.id AS id, coalesce(t.fromEffective, '') AS key
