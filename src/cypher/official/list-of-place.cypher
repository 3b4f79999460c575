// List: the officials of a place: those who hold or held one of its offices, by name.
// Parameters: roles (null: any)
MATCH (:Place {id: parent})<-[:OFFICE_OF]-(office:Office)<-[:IN_OFFICE]-(:Tenure)<-[:SERVED]-(o:Official)
WHERE $roles IS NULL OR office.role IN $roles
WITH DISTINCT o.id AS id, o.sortName AS key
