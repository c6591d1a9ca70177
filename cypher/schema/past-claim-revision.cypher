// Finds the past claims that held from a revision on.
// Returns nothing.
CREATE INDEX past_claim_revision IF NOT EXISTS FOR (p:PastClaim) ON (p._revision)
