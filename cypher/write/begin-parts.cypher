// Says that somebody begins to write a change set that is too large for one transaction.
// Parameters: $writer. Returns nothing.
MATCH (s:EcosystemGraph {id: 'store'})
SET s._writer = $writer, s._writerAt = timestamp(), s._part = 0
