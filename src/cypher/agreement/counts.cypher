// Fragment, a predicate: whether the agreement `a` counts.
// Parameters: kinds (null: any); those of agreement/in-sectors; those of agreement/supported; those of agreement/in-force
($kinds IS NULL OR a.kind IN $kinds)
  AND ($sectors IS NULL OR {{> agreement/in-sectors if sectors}})
  AND ($confidences IS NULL OR {{> agreement/supported if confidences}})
  AND (($asOf IS NULL AND $phases IS NULL) OR {{> agreement/in-force if asOf or phases}})
