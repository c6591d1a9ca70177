// Records a change set, and makes its revision the newest. If it was written in parts, nobody writes it any more.
// Parameters: $revision, $properties of the change set. Returns nothing.
MATCH (s:EcosystemGraph {id: 'store'})
SET s.revision = $revision
REMOVE s._writer, s._writerAt
CREATE (c:ChangeSet)
SET c = $properties
WITH c
MATCH (l:EcosystemGraph) WHERE l._lane IS NOT NULL
DELETE l
