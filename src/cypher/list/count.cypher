// How long a list is.
// Parameters: parents, and those of the list
// Slots: list = text of a list file
// Columns: parent, total
UNWIND $parents AS parent
CALL (parent) {
{{list}}
  RETURN count(id) AS total
}
RETURN parent, total
ORDER BY parent
