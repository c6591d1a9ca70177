// Removes the relationships of a change set that was never finished.
// Parameters: $revision, the newest one. Returns nothing.
MATCH (:Entity)-[r]->(:Entity) WHERE r._revision > $revision
CALL (r) { DELETE r } IN TRANSACTIONS OF 10000 ROWS
