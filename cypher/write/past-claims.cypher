// Writes what a node or relationship said alone until now.
// Parameters: $rows of properties. Returns nothing.
UNWIND $rows AS row
CREATE (p:PastClaim)
SET p = row
