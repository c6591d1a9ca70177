// Finds the claims that hold since a revision.
// Returns nothing.
CREATE INDEX claim_revision IF NOT EXISTS FOR (c:Claim) ON (c._revision)
