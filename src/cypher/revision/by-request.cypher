// The revision that a request made which gave itself a key.
// Parameters: request
// Columns: id, number, asked = hash of what was asked, subject
MATCH (r:Revision {request: $request})
RETURN r.id AS id, r.number AS number, r.asked AS asked, r.subject AS subject
