// Makes the ends of relations that no statement is about; they have an id only.
// Parameters: $ids. Returns nothing.
UNWIND $ids AS id
MERGE (:Entity {id: id})
