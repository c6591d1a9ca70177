// Takes the lock that makes writers go one after the other, until the transaction ends, and says what the store holds.
// Parameters: $id, the change set's. Returns revision, applied (the revision of that change set, or null), writer (who writes a large change set, or null),
// idle (milliseconds since that writer's last part).
MATCH (s:EcosystemGraph {id: 'store'})
SET s._locked = true
WITH s
REMOVE s._locked
WITH s
OPTIONAL MATCH (c:ChangeSet {id: $id})
OPTIONAL MATCH (l:EcosystemGraph) WHERE l._lane IS NOT NULL
RETURN s.revision AS revision, c.revision AS applied, s._writer AS writer, timestamp() - max(coalesce(l._writerAt, s._writerAt)) AS idle
