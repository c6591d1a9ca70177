// Drops the full-text index, before it is made again for another ontology.
// Returns nothing.
DROP INDEX entity_text IF EXISTS
