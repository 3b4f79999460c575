// One page of a list, in rising order of key and id. A page begins after a key and an id, not after a
// number of rows, so that what is added or removed meanwhile makes no other row skip or repeat.
// Parameters: parents, afterKey (null: from the start), afterId, limit, and those of the list
// Slots: list = text of a list file
// Columns: parent, id, key
UNWIND $parents AS parent
CALL (parent) {
{{list}}
  WITH id, key
  WHERE $afterKey IS NULL OR key > $afterKey OR (key = $afterKey AND id > $afterId)
  RETURN id, key
  ORDER BY key, id
  LIMIT $limit
}
RETURN parent, id, key
ORDER BY parent, key, id
