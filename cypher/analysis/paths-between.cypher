// How is Baidu connected to the Ministry of Science and Technology? Every shortest path, whichever way its relations lead,
// not through documents and places.
// Returns names, steps (each relation's kind with its citations).
MATCH (a:Entity {id: 'baidu'}), (b:GovernmentBody) WHERE b.name = 'MOST' OR 'MOST' IN b.aliases
MATCH path = allShortestPaths((a)-[*..6]-(b))
WHERE all(n IN nodes(path) WHERE NOT n:Document AND NOT n:City AND NOT n:Province AND NOT n:Country AND NOT n:Region)
RETURN [n IN nodes(path) | n.name] AS names, [r IN relationships(path) | type(r) + ' (' + r.cite + ')'] AS steps
ORDER BY names
