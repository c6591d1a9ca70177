// Writes relations of one kind of each of which there is one plain statement: it is kept on the relationship. Each end is looked up once; one that is not there is an error.
// "RELATION_KIND" stands for the kind. Parameters: $revision, $ends, ids, $rows of [from, to, cite, ordinal], the ends by their places among $ends. Returns nothing.
UNWIND range(0, size($ends) - 1) AS place
MATCH (e:Entity {id: $ends[place]})
WITH place, e ORDER BY place
WITH collect(e) AS ends
UNWIND $rows AS row
WITH ends[row[0]] AS a, ends[row[1]] AS b, row
CREATE (a)-[:RELATION_KIND {cite: row[2], _ordinal: row[3], _revision: $revision}]->(b)
