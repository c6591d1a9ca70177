// The entities of which there is one statement, which their node keeps, of those that began after a revision.
// Parameters: $since, $revision, the newest one. Returns id, kind, name, cite, origin, ordinal, from, content.
MATCH (e:Entity) WHERE e._ordinal IS NOT NULL AND e._revision > $since AND e._revision <= $revision
RETURN e.id AS id, e._kind AS kind, e.name AS name, e.cite AS cite, e._origin AS origin, e._ordinal AS ordinal, e._revision AS from, e._content AS content
