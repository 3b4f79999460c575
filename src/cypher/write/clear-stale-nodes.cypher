// Removes the nodes of one label that a data set brought once and no longer has.
// Parameters: dataset, load = the load that just saved the nodes which stay
// Slots: label
// Columns: none
MATCH (n:{{label}})
WHERE n.dataset = $dataset AND n.load <> $load
DETACH DELETE n
