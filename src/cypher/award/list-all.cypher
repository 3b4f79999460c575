// List: all awards, by day.
MATCH (a:Award)
WITH a.id AS id, coalesce(a.dateEffective, '') AS key
