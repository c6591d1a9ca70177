// A change set is applied once, however often it is sent.
// Returns nothing.
CREATE CONSTRAINT change_set_id IF NOT EXISTS FOR (c:ChangeSet) REQUIRE c.id IS UNIQUE
