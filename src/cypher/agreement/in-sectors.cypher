// Fragment, a predicate: whether the agreement `a` is in one of the sectors.
// Parameters: sectors = ids (null: any)
EXISTS { MATCH (a)-[:IN_SECTOR]->(sector:Sector) WHERE sector.id IN $sectors }
