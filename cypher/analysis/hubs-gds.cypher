// What do the regional hubs hold? With PageRank, by the Graph Data Science library, which the server must have. Projects, runs and drops the projection
// of hubs.cypher, undirected: run the statements one after the other.
// Returns (the second statement) region, members, pagerank (sum over the members), top (the three highest).
MATCH (source:Entity)-[r]->(target:Entity)
WHERE NOT type(r) IN ['PART_OF', 'LOCATED_IN', 'HEADQUARTERED_IN']
  AND none(n IN [source, target] WHERE n:City OR n:Province OR n:Country OR n:Region OR n:Document)
WITH gds.graph.project('hubs', source, target, {}, {undirectedRelationshipTypes: ['*']}) AS projected
RETURN projected.nodeCount AS nodes, projected.relationshipCount AS relationships;

CALL gds.pageRank.stream('hubs', {dampingFactor: 0.85, maxIterations: 100, tolerance: 1e-10})
YIELD nodeId, score
WITH gds.util.asNode(nodeId) AS member, score
MATCH (member)-[:LOCATED_IN]->(region:Region)
WITH region, member, score
ORDER BY score DESC
RETURN region.name AS region, count(member) AS members, sum(score) AS pagerank, collect(member.name)[..3] AS top
ORDER BY pagerank DESC;

CALL gds.graph.drop('hubs')
YIELD graphName
RETURN graphName;
