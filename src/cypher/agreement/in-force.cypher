// Fragment, a predicate: whether the agreement `a` has on a day a state in the wanted phases. The
// state is that of the last stage by then; before its first stage there is none.
// Parameters: phases (null: any); those of agreement/decides
EXISTS {
  MATCH (a)-[:REACHED]->(now:Stage)
  WHERE ($phases IS NULL OR now.phase IN $phases)
    AND {{> agreement/decides}}
}
