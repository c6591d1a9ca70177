// Projects a part of the graph into the library's memory; every relationship is an edge.
// Parameters: $graph, its name; $kinds and $relations; $undirected, the relationship types whose direction does not count ('*' for all); $weight, a property or null: 1 where a
// relationship has none. Returns: the number of nodes and of edges.
MATCH (source:Entity) WHERE any(kind IN labels(source) WHERE kind IN $kinds)
OPTIONAL MATCH (source)-[r]->(target:Entity) WHERE type(r) IN $relations AND any(kind IN labels(target) WHERE kind IN $kinds)
WITH gds.graph.project($graph, source, target,
  {relationshipType: type(r), relationshipProperties: CASE WHEN r IS NULL THEN NULL ELSE {weight: coalesce(toFloat(r[$weight]), 1.0)} END},
  {undirectedRelationshipTypes: $undirected}) AS projected
RETURN projected.nodeCount AS nodes, projected.relationshipCount AS edges
