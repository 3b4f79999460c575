// List: all sectors, by name.
MATCH (s:Sector)
WITH s.id AS id, s.sortName AS key
