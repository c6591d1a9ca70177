// The newest revision.
// Returns revision.
MATCH (s:EcosystemGraph {id: 'store'})
RETURN s.revision AS revision
