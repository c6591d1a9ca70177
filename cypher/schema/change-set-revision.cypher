// Finds the change sets since a revision.
// Returns nothing.
CREATE INDEX change_set_revision IF NOT EXISTS FOR (c:ChangeSet) ON (c.revision)
