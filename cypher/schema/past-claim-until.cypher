// Finds the claims that a revision ended.
// Returns nothing.
CREATE INDEX past_claim_until IF NOT EXISTS FOR (p:PastClaim) ON (p._until)
