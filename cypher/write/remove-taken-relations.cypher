// Removes relationships that others have made, when what they say has been taken and written as the program does.
// Parameters: $elements. Returns nothing.
UNWIND $elements AS element
MATCH ()-[r]->() WHERE elementId(r) = element AND r._revision IS NULL
DELETE r
