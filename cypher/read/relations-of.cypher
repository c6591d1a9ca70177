// Those of some relations of one kind of which there is one statement, which their relationship keeps.
// "RELATION_KIND" stands for the kind. Parameters: $rows of {from, to, key}. Returns kind, source, target, key, cite, origin, ordinal, from, content.
UNWIND $rows AS row
MATCH (a:Entity {id: row.from})-[r:RELATION_KIND]->(b:Entity {id: row.to}) WHERE r._ordinal IS NOT NULL AND coalesce(r.key, '') = row.key
RETURN type(r) AS kind, a.id AS source, b.id AS target, r.key AS key, r.cite AS cite, r._origin AS origin, r._ordinal AS ordinal, r._revision AS from, r._content AS content
