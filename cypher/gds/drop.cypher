// Drops a projected graph, if it is there. Parameters: $graph, its name. Returns: the names that were dropped.
CALL gds.graph.drop($graph, false) YIELD graphName
RETURN graphName
