// The relations of which there is one statement, which their relationship keeps, of those that began after a revision.
// Parameters: $since, $revision, the newest one. Returns kind, source, target, key, cite, origin, ordinal, from, content.
MATCH (a:Entity)-[r]->(b:Entity) WHERE r._ordinal IS NOT NULL AND r._revision > $since AND r._revision <= $revision
RETURN type(r) AS kind, a.id AS source, b.id AS target, r.key AS key, r.cite AS cite, r._origin AS origin, r._ordinal AS ordinal, r._revision AS from, r._content AS content
