// Takes the kinds off entities that are to be written anew or hidden, and everything but the id.
// Parameters: $ids. Returns nothing.
UNWIND $ids AS id
MATCH (e:Entity {id: id})
REMOVE e:$([label IN labels(e) WHERE label <> 'Entity'])
SET e = {id: e.id}
