// Removes entities of which there is nothing but the id, and that are the end of nothing.
// Parameters: $ids. Returns nothing.
UNWIND $ids AS id
MATCH (e:Entity {id: id}) WHERE size(keys(e)) = 1 AND size(labels(e)) = 1 AND NOT EXISTS { (e)--() }
DELETE e
