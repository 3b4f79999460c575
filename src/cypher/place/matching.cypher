// Fragment: of the places `p`, those that fit the filters, with the key that the order asks for.
// Parameters: kinds (null: any), withAgreements (null: either); order = NAME or POPULATION
WHERE ($kinds IS NULL OR p.kind IN $kinds)
  AND ($withAgreements IS NULL OR $withAgreements = {{> place/with-agreements if withAgreements}})
WITH DISTINCT p.id AS id, CASE $order WHEN 'POPULATION' THEN coalesce(p.population, -1) ELSE p.sortName END AS key
