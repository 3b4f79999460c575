// Fragment, a predicate: whether the place `p` is a party of an agreement.
EXISTS { MATCH (p)<-[:HAS_PARTY]-(:Agreement) }
