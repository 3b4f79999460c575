// Fragment, a predicate: whether the place `there` is a certain place, or inside it at any depth.
// Parameters: within = id of that place (null: anywhere)
EXISTS { MATCH (there)-[:PART_OF*0..8]->(:Place {id: $within}) }
