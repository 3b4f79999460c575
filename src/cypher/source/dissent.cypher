// Fragment: the fields of each thing `thing` of which a source says otherwise than the record. Binds id, and
// field: the empty text is the thing as a whole.
MATCH (thing)-[cited:CITES]->(:Source)
WHERE NOT cited.preferred
WITH DISTINCT thing.id AS id, coalesce(cited.field, '') AS field
