// Makes others who want to change data sets, or to take the right to it, wait until this transaction ends. What the
// import is that has the right is to be asked afterwards: what was read before the lock may have changed.
// Columns: locked
MERGE (i:Import {id: 'import'})
SET i.locked = true
RETURN i.locked AS locked
