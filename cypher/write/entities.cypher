// Writes the entities of one kind as people see them; a statement that stands alone is kept on its node ("_ordinal" is there then).
// "ENTITY_KIND" stands for the kind. Parameters: $rows of {id, properties}. Returns nothing.
UNWIND $rows AS row
MERGE (e:Entity {id: row.id})
SET e = row.properties, e:ENTITY_KIND
