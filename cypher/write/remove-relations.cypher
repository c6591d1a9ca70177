// Removes relations of one kind, before they are written anew or because they are gone.
// "RELATION_KIND" stands for the kind. Parameters: $rows of {from, to, key}. Returns nothing.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})-[r:RELATION_KIND]->(b:Entity {id: row.to}) WHERE coalesce(r.key, '') = row.key
DELETE r
