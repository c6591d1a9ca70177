// Ends claims: they held until a revision.
// Parameters: $revision, $rows of {subject, fact, cite, mutation}. Returns nothing.
UNWIND $rows AS row
MATCH (c:Claim {subject: row.subject}) WHERE c.fact = row.fact AND c.cite = row.cite AND (c._origin IS NOT NULL) = row.mutation
SET c._until = $revision, c:PastClaim
REMOVE c:Claim
