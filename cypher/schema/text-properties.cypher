// Which properties the full-text index has; no row if there is no such index.
// Returns properties.
SHOW FULLTEXT INDEXES YIELD name, properties WHERE name = 'entity_text' RETURN properties
