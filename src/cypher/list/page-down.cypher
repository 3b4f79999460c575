// One page of a list, in falling order of key and rising order of id among equal keys.
// Parameters: parents, afterKey (null: from the start), afterId, limit, and those of the list
// Slots: list = text of a list file
// Columns: parent, id, key
UNWIND $parents AS parent
CALL (parent) {
{{list}}
  WITH id, key
  WHERE $afterKey IS NULL OR key < $afterKey OR (key = $afterKey AND id > $afterId)
  RETURN id, key
  ORDER BY key DESC, id
  LIMIT $limit
}
RETURN parent, id, key
ORDER BY parent, key DESC, id
