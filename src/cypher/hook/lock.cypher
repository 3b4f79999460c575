// Makes others who want to note something of a webhook wait until this transaction ends, and makes it known where it is not
// yet. How far it has come is to be asked afterwards: what was read before the lock may have changed.
// Parameters: id = its name
// Columns: locked
MERGE (h:Hook {id: $id})
SET h.locked = true
RETURN h.locked AS locked
