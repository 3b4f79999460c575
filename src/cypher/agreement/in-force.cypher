// Fragment, a predicate: whether the agreement `a` has on a day a state in the wanted phases. The
// state is that of the last stage by then (see stageRank); before its first stage there is none.
// Parameters: asOf (null: now, and undated stages count), phases (null: any)
EXISTS {
  MATCH (a)-[:REACHED]->(now:Stage)
  WHERE ($asOf IS NULL OR now.dateEffective <= $asOf)
    AND ($phases IS NULL OR now.phase IN $phases)
    AND NOT EXISTS {
      MATCH (a)-[:REACHED]->(later:Stage)
      WHERE later.rank > now.rank AND ($asOf IS NULL OR later.dateEffective <= $asOf)
    }
}
