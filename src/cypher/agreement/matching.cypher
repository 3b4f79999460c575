// Fragment: of the agreements `a`, those that fit the filters, with the key that the order asks for.
// Parameters: asOf, kinds, phases, stages, sectors, within (null: any); order = TITLE or DATE
{{> agreement/state}}
  AND ($kinds IS NULL OR a.kind IN $kinds)
  AND ($phases IS NULL OR now.phase IN $phases)
  AND ($stages IS NULL OR now.stage IN $stages)
  AND ($sectors IS NULL OR EXISTS { MATCH (a)-[:IN_SECTOR]->(sector:Sector) WHERE sector.id IN $sectors })
  AND ($within IS NULL OR EXISTS { MATCH (a)-[:HAS_PARTY]->(:Place)-[:PART_OF*0..8]->(:Place {id: $within}) })
WITH DISTINCT a.id AS id, CASE $order WHEN 'TITLE' THEN a.sortName ELSE coalesce(now.dateEffective, '') END AS key
