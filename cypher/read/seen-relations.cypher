// Every relation as people see it, to find what others have changed.
// Returns element, kind, source, target (the ids of its ends; null for an end that is no entity), properties.
MATCH (a)-[r]->(b)
RETURN elementId(r) AS element, type(r) AS kind, a.id AS source, b.id AS target, properties(r) AS properties
