// Nobody writes a large change set any more.
// Parameters: $writer. Returns nothing.
MATCH (s:EcosystemGraph {id: 'store'}) WHERE s._writer = $writer
REMOVE s._writer, s._writerAt, s._part
