// Those of some entities of which there is one statement, which their node keeps.
// Parameters: $ids. Returns id, kind, name, cite, origin, ordinal, from, content.
UNWIND $ids AS id
MATCH (e:Entity {id: id}) WHERE e._ordinal IS NOT NULL
RETURN e.id AS id, e._kind AS kind, e.name AS name, e.cite AS cite, e._origin AS origin, e._ordinal AS ordinal, e._revision AS from, e._content AS content
