// Fragment, a predicate: whether the stage `now` decides the state of its agreement on a day (see
// `spansOf` in src/domain/stage.ts, which works out until when each stage does).
// Parameters: asOf (null: now, and undated stages count)
(($asOf IS NULL AND now.isLast)
  OR (now.dateEffective <= $asOf AND (now.supersededOn IS NULL OR now.supersededOn > $asOf)))
