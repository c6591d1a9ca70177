// Finds the claims about an entity, a relation or an observation by its id.
// Returns nothing.
CREATE INDEX claim_subject IF NOT EXISTS FOR (c:Claim) ON (c.subject)
