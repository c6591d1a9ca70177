// The bundle's description that holds at a revision; no row if there is none yet.
// Parameters: $revision. Returns bundle, title, description, ontology, hash.
MATCH (c:ChangeSet) WHERE c.revision <= $revision AND c.makesRevision AND c.bundle IS NOT NULL
RETURN c.bundle AS bundle, c.title AS title, c.description AS description, c.ontology AS ontology, c.hash AS hash
ORDER BY c.revision DESC
LIMIT 1
