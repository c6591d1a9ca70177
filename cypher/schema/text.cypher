// Names, aliases and the ontology's full-text properties, for those who search in Neo4j Browser:
// CALL db.index.fulltext.queryNodes('entity_text', 'baidu'). "TEXT_PROPERTIES" stands for the properties.
// Returns nothing.
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (e:Entity) ON EACH [TEXT_PROPERTIES]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk', `fulltext.eventually_consistent`: true } }
