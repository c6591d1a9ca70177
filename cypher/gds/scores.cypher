// Runs a procedure of the library on a projected graph.
// "gds.PROCEDURE" stands for the procedure and "SCORE" for the column of its result. Parameters: $graph, its name; $configuration of the procedure. Returns: id, score.
CALL gds.PROCEDURE.stream($graph, $configuration) YIELD nodeId, SCORE
RETURN gds.util.asNode(nodeId).id AS id, toFloat(SCORE) AS score
