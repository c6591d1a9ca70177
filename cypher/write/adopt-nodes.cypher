// Makes entities of nodes that others have made, so that they are not made a second time.
// Parameters: $elements. Returns nothing.
UNWIND $elements AS element
MATCH (n) WHERE elementId(n) = element
SET n:Entity
