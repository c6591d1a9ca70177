// The claims that held at a revision and do not hold any more.
// Parameters: $revision. Returns fact, subject, cite, origin, ordinal, from, content (null: it hid the bundle's), until.
MATCH (p:PastClaim) WHERE p._until > $revision AND p._revision <= $revision
RETURN p.fact AS fact, coalesce(p._subject, p.subject) AS subject, p.cite AS cite, p._origin AS origin, p._ordinal AS ordinal, p._revision AS from, p._content AS content, p._until AS until
