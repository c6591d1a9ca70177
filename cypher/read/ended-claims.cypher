// The claims that ended after a revision.
// Parameters: $since, $revision, the newest one. Returns fact, subject, cite, origin, ordinal, from, content (null: it hid the bundle's), until.
MATCH (p:PastClaim) WHERE p._until > $since AND p._until <= $revision
RETURN p.fact AS fact, coalesce(p._subject, p.subject) AS subject, p.cite AS cite, p._origin AS origin, p._ordinal AS ordinal, p._revision AS from, p._content AS content, p._until AS until
