// Which vice-chairs of AIIA run a national platform, and how many relations do they have?
// For PageRank see hubs-gds.cypher, or ask the service: rank(measure: PAGERANK).
// Returns company, platforms, degree (relations but those of place, and to documents).
MATCH (c:Company)-[:MEMBER_OF {tier: 'VICE_CHAIR'}]->(:Alliance {id: 'aiia'})
MATCH (c)-[:OPERATES]->(p:OpenInnovationPlatform)
WITH c, collect(p.name) AS platforms
RETURN c.name AS company, platforms,
  COUNT { (c)-[r]-(other) WHERE NOT type(r) IN ['PART_OF', 'LOCATED_IN', 'HEADQUARTERED_IN'] AND NOT other:Document } AS degree
ORDER BY degree DESC, company
