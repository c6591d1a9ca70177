// The change sets that made the revisions after one, oldest first.
// Parameters: $since, $revision, the newest one. Returns revision, id, inline (some of its statements are kept on nodes and relationships), bundle, title, description, ontology, hash.
MATCH (c:ChangeSet) WHERE c.revision > $since AND c.revision <= $revision AND c.makesRevision
RETURN c.revision AS revision, c.id AS id, c.inline AS inline, c.bundle AS bundle, c.title AS title, c.description AS description, c.ontology AS ontology, c.hash AS hash
ORDER BY c.revision
