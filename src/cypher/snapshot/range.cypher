// Fragment: the agreements `a` of a part of all agreements.
// Parameters: from, until = ids of the first and the last one
MATCH (a:Agreement)
WHERE a.id >= $from AND a.id <= $until
WITH a
