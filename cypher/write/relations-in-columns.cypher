// Writes many relations of one kind as write/relations does, in less time: the statement names the properties, each row has their values.
// "RELATION_KIND" stands for the kind, "PROPERTIES: row[2]" for the properties. Parameters: $ends, ids, $rows of [from, to, value, …], the ends by their places among $ends, null
// where there is no value. Returns nothing.
UNWIND range(0, size($ends) - 1) AS place
MATCH (e:Entity {id: $ends[place]})
WITH place, e ORDER BY place
WITH collect(e) AS ends
UNWIND $rows AS row
WITH ends[row[0]] AS a, ends[row[1]] AS b, row
CREATE (a)-[:RELATION_KIND {PROPERTIES: row[2]}]->(b)
