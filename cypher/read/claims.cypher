// The claims that hold now, of those that began after a revision.
// Parameters: $since, $revision, the newest one. Returns fact, subject, cite, origin, ordinal, from, content (null: it hides the bundle's), until (null).
MATCH (c:Claim) WHERE c._revision > $since AND c._revision <= $revision
RETURN c.fact AS fact, coalesce(c._subject, c.subject) AS subject, c.cite AS cite, c._origin AS origin, c._ordinal AS ordinal, c._revision AS from, c._content AS content, null AS until
