// Fragment, a predicate: whether the agreement `a` has a party that is a place, or inside it at any depth.
// Parameters: within = id (null: any)
EXISTS { MATCH (a)-[:HAS_PARTY]->(:Place)-[:PART_OF*0..8]->(:Place {id: $within}) }
