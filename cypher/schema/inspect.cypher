// What the database is: the version of our schema (null if there is none of it), and the labels of a node that is there (null if there is none).
// Returns schema, labels.
OPTIONAL MATCH (s:EcosystemGraph {id: 'store'})
WITH s LIMIT 1
OPTIONAL MATCH (n) WHERE s IS NULL
RETURN s.schema AS schema, labels(n) AS labels
LIMIT 1
