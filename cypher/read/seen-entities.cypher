// Every entity as people see it, to find what others have changed.
// Returns element, labels, properties.
MATCH (e:Entity)
RETURN elementId(e) AS element, labels(e) AS labels, properties(e) AS properties
