// Notes how far a webhook has come, and which process delivers to it.
// Parameters: id = its name, revision, part, holder (may be null), beat, failures, retryAt (may be null), version, ended
// Columns: id
MATCH (h:Hook {id: $id})
SET h.revision = $revision, h.part = $part, h.holder = $holder, h.beat = $beat, h.failures = $failures, h.retryAt = $retryAt,
  h.version = $version, h.ended = $ended
RETURN h.id AS id
