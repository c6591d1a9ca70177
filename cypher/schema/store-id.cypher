// There is one node that says which revision the graph is at.
// Returns nothing.
CREATE CONSTRAINT ecosystem_graph_id IF NOT EXISTS FOR (s:EcosystemGraph) REQUIRE s.id IS UNIQUE
