// Tells whether the server has the Graph Data Science library. Returns: available.
SHOW PROCEDURES YIELD name WHERE name = 'gds.graph.drop'
RETURN count(*) > 0 AS available
