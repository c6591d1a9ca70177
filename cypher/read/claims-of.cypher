// The claims about some subjects that hold now.
// Parameters: $subjects. Returns fact, subject, cite, origin, ordinal, from, content (null: it hides the bundle's), until (null).
UNWIND $subjects AS subject
MATCH (c:Claim {subject: subject})
RETURN c.fact AS fact, coalesce(c._subject, c.subject) AS subject, c.cite AS cite, c._origin AS origin, c._ordinal AS ordinal, c._revision AS from, c._content AS content, null AS until
