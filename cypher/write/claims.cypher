// Writes claims: each is a statement or definition with everything that it says; "_content" has it without loss.
// Parameters: $rows of properties. Returns nothing.
UNWIND $rows AS row
CREATE (c:Claim)
SET c = row
