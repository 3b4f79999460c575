// Fragment: the numbers of the revisions that changed or brought a thing, or what data sets add to it. Expects `parent`, the
// id of the thing; binds `number`, beside `parent`, each once. What an import brought in bulk bears the number itself.
OPTIONAL MATCH (c:Change {of: parent})
WITH parent, collect(c.revision) AS changed, collect(c.since) AS brought
OPTIONAL MATCH (d:Detail {of: parent})
WITH parent, changed, brought, collect(d.knownSince) AS added
OPTIONAL MATCH (place:Place {id: parent})
OPTIONAL MATCH (agreement:Agreement {id: parent})
OPTIONAL MATCH (event:Event {id: parent})
OPTIONAL MATCH (official:Official {id: parent})
OPTIONAL MATCH (office:Office {id: parent})
OPTIONAL MATCH (tenure:Tenure {id: parent})
OPTIONAL MATCH (mission:Mission {id: parent})
OPTIONAL MATCH (award:Award {id: parent})
OPTIONAL MATCH (sector:Sector {id: parent})
OPTIONAL MATCH (source:Source {id: parent})
WITH parent, changed + brought + added + [coalesce(place.knownSince, agreement.knownSince, event.knownSince, official.knownSince, office.knownSince, tenure.knownSince, mission.knownSince, award.knownSince, sector.knownSince, source.knownSince)] AS numbers
UNWIND numbers AS number
WITH DISTINCT parent, number
WHERE number IS NOT NULL
