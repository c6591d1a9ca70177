// Makes an empty database ours.
// Parameters: $schema, the version of the schema. Returns nothing.
MERGE (s:EcosystemGraph {id: 'store'})
ON CREATE SET s.schema = $schema, s.revision = 0
