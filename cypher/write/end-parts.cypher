// Nobody writes a large change set any more.
// Parameters: $writer. Returns nothing.
MATCH (s:EcosystemGraph {id: 'store'}) WHERE s._writer = $writer
REMOVE s._writer, s._writerAt
WITH s
MATCH (l:EcosystemGraph) WHERE l._lane IS NOT NULL
DELETE l
