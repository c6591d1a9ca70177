// Writes relations of one kind as people see them; a statement that stands alone is kept on its relationship ("_ordinal" is there then). Each end is looked up once; one
// that is not there is an error.
// "RELATION_KIND" stands for the kind. Parameters: $ends, ids, $rows of [from, to, properties], the ends by their places among $ends. Returns nothing.
UNWIND range(0, size($ends) - 1) AS place
MATCH (e:Entity {id: $ends[place]})
WITH place, e ORDER BY place
WITH collect(e) AS ends
UNWIND $rows AS row
WITH ends[row[0]] AS a, ends[row[1]] AS b, row
CREATE (a)-[r:RELATION_KIND]->(b)
SET r = row[2]
