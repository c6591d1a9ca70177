// Nodes that are neither entities nor the program's own: others have made them.
// Returns element, labels, properties.
MATCH (n) WHERE NOT n:Entity AND NOT n:Claim AND NOT n:PastClaim AND NOT n:ChangeSet AND NOT n:EcosystemGraph
RETURN elementId(n) AS element, labels(n) AS labels, properties(n) AS properties
