// Removes the claims of a change set that was never finished.
// Parameters: $revision, the newest one. Returns nothing.
MATCH (c:Claim) WHERE c._revision > $revision
CALL (c) { DELETE c } IN TRANSACTIONS OF 10000 ROWS
