// Notes what a revision changed: the record of each thing before and after, in JSON.
// Parameters: revision = id of the revision, rows = list of {id, properties}
// Columns: saved
MATCH (r:Revision {id: $revision})
UNWIND $rows AS row
CREATE (r)-[:MADE]->(c:Change {id: row.id})
SET c = row.properties
RETURN count(c) AS saved
