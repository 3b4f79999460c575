// Fragment: from each place `here` over the agreements `a` that count to the places `there` at the other
// end. A place comes once for each agreement. Other variables stay bound.
// Parameters: those of agreement/counts; those of tie/ends
MATCH (here)<-[:HAS_PARTY]-(a:Agreement)
WHERE {{> agreement/counts}}
WITH *
MATCH (a)-[:HAS_PARTY]->(there:Place)
WHERE there.id <> here.id AND {{> tie/ends}}
