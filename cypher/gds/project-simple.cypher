// Projects a part of the graph into the library's memory; relationships of a pair are one edge without direction, and loops are left out.
// Parameters: $graph, its name; $kinds and $relations. Returns: the number of nodes and of edges.
MATCH (source:Entity) WHERE any(kind IN labels(source) WHERE kind IN $kinds)
OPTIONAL MATCH (source)-[r]-(target:Entity)
WHERE type(r) IN $relations AND any(kind IN labels(target) WHERE kind IN $kinds) AND elementId(source) < elementId(target)
WITH DISTINCT source, target
WITH gds.graph.project($graph, source, target, {}, {undirectedRelationshipTypes: ['*']}) AS projected
RETURN projected.nodeCount AS nodes, projected.relationshipCount AS edges
