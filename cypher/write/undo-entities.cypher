// Removes the entities of a change set that was never finished; an end of an older relation stays, as an id only.
// Parameters: $revision, the newest one. Returns nothing.
MATCH (e:Entity) WHERE e._revision > $revision OR (size(keys(e)) = 1 AND size(labels(e)) = 1 AND NOT EXISTS { (e)--() })
CALL (e) {
  REMOVE e:$([label IN labels(e) WHERE label <> 'Entity'])
  SET e = {id: e.id}
  WITH e WHERE NOT EXISTS { (e)--() }
  DELETE e
} IN TRANSACTIONS OF 10000 ROWS
