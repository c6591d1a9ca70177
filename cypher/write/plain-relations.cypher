// Writes relations of one kind of each of which there is one plain statement: it is kept on the relationship.
// "RELATION_KIND" stands for the kind. Parameters: $revision, $rows of [from, to, cite, ordinal]. Returns nothing.
UNWIND $rows AS row
MATCH (a:Entity {id: row[0]})
MATCH (b:Entity {id: row[1]})
CREATE (a)-[:RELATION_KIND {cite: row[2], _ordinal: row[3], _revision: $revision}]->(b)
