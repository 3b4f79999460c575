// Fragment, a predicate: whether the agreement `a` counts.
// Parameters: kinds, sectors = ids, confidences = grades of citations (null: any); asOf, phases of agreement/in-force
($kinds IS NULL OR a.kind IN $kinds)
  AND ($sectors IS NULL OR EXISTS { MATCH (a)-[:IN_SECTOR]->(sector:Sector) WHERE sector.id IN $sectors })
  AND ($confidences IS NULL OR EXISTS {
    MATCH (a)-[cited:CITES]->(:Source)
    WHERE cited.preferred AND cited.confidence IN $confidences
  })
  AND (($asOf IS NULL AND $phases IS NULL) OR {{> agreement/in-force}})
