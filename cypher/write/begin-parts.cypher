// Says that somebody begins to write a change set that is too large for one transaction, on some lanes that go side by side. Whoever did so before can go on no more.
// Parameters: $writer, $lanes, how many. Returns nothing.
MATCH (s:EcosystemGraph {id: 'store'})
SET s._writer = $writer, s._writerAt = timestamp()
WITH s
CALL () {
  MATCH (l:EcosystemGraph) WHERE l._lane IS NOT NULL
  SET l._writer = null
}
UNWIND range(0, $lanes - 1) AS lane
MERGE (l:EcosystemGraph {id: 'lane ' + lane})
SET l._lane = lane, l._writer = $writer, l._writerAt = timestamp(), l._part = 0
