// Records a change set, and makes its revision the newest.
// Parameters: $revision, $properties of the change set. Returns nothing.
MATCH (s:EcosystemGraph {id: 'store'})
SET s.revision = $revision
REMOVE s._writer, s._writerAt, s._part
CREATE (c:ChangeSet)
SET c = $properties
