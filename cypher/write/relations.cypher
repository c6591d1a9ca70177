// Writes relations of one kind as people see them; a statement that stands alone is kept on its relationship ("_ordinal" is there then).
// "RELATION_KIND" stands for the kind. Parameters: $rows of {from, to, properties}. Returns nothing.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:RELATION_KIND]->(b)
SET r = row.properties
