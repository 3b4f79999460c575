// Fragment: of the places `p`, those of some kinds in other countries, the nearest in size first.
// Parameters: home = the country that is not meant; peerKinds; within = the only country that is meant (null: any);
//   excluded = ids of places that are not meant; limit; those of place/likeness
WHERE p.kind IN $peerKinds AND p.country <> $home AND ($within IS NULL OR p.country = $within) AND NOT p.id IN $excluded
WITH DISTINCT p, {{> place/likeness}} AS likeness
RETURN p.id AS id, p.kind AS kind, p.country AS country, p.province AS province, p.population AS population
ORDER BY likeness DESC, id
LIMIT $limit
