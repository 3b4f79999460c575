// Award results by id.
// Parameters: ids
// Columns: id, outcome, region, votes, suggestions, award, place
UNWIND $ids AS wanted
MATCH (r:AwardResult {id: wanted})-[:RESULT_OF]->(a:Award)
WITH r, a
MATCH (r)-[:EARNED_BY]->(p:Place)
RETURN r.id AS id, r.outcome AS outcome, r.region AS region, r.votes AS votes, r.suggestions AS suggestions, a.id AS award, p.id AS place
