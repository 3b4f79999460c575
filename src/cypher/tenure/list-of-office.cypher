// List: who holds or held an office, the latest first.
MATCH (:Office {id: parent})<-[:IN_OFFICE]-(t:Tenure)
WITH t.id AS id, coalesce(t.fromEffective, '') AS key
