// Fragment: of the agreements `a`, those that fit the filters, with the key that the order asks for.
// Parameters: kinds, phases, stages (null: any); order = TITLE or DATE; those of agreement/state; those of agreement/in-sectors; those of agreement/inside
{{> agreement/state}}
  AND ($kinds IS NULL OR a.kind IN $kinds)
  AND ($phases IS NULL OR now.phase IN $phases)
  AND ($stages IS NULL OR now.stage IN $stages)
  AND ($sectors IS NULL OR {{> agreement/in-sectors if sectors}})
  AND ($within IS NULL OR {{> agreement/inside if within}})
WITH DISTINCT a.id AS id, CASE $order WHEN 'TITLE' THEN a.sortName ELSE coalesce(now.dateEffective, '') END AS key
