-- A fact is a row; a version of a fact is a row of its own. Rows are never overwritten or deleted: a row that is replaced or removed gets a revision_to.
-- It holds at the revisions r with revision_from <= r and (revision_to is null or r < revision_to).
CREATE TABLE fact (
  row           INTEGER PRIMARY KEY,
  -- The key: what the fact is about, its subject's id, and the citations that make the statement ("document#locator | document#locator").
  type          INTEGER NOT NULL,   -- 1 entity, 2 relation, 3 observation, 4 locator, 5 indicator, 6 derivation, 7 conflict side, 8 merge, 9 projection
  subject       TEXT    NOT NULL,   -- "acme", "member-of:acme:guild", "guild.members.tier-first.2020-03-26.count" ...
  citations     TEXT    NOT NULL,   -- empty for what its id alone identifies
  -- The layer: 0 bundle, 1 mutation. A mutation's row stands before the bundle's row of the same key.
  origin        INTEGER NOT NULL,
  ordinal       INTEGER NOT NULL,   -- its place among the facts of its subject: of equally sure statements the first is preferred
  content       TEXT,               -- everything else, as JSON; null: a mutation hides the bundle's fact of this key
  revision_from INTEGER NOT NULL,
  revision_to   INTEGER             -- null: it holds now
) STRICT;

CREATE UNIQUE INDEX fact_current ON fact (subject, citations, type, origin) WHERE revision_to IS NULL;
CREATE INDEX fact_opened ON fact (revision_from);
CREATE INDEX fact_closed ON fact (revision_to) WHERE revision_to IS NOT NULL;

-- Every change set that was ever applied, so that a retry is answered as the first time.
CREATE TABLE change_set (
  sequence       INTEGER PRIMARY KEY,
  id             TEXT    NOT NULL UNIQUE,
  revision       INTEGER NOT NULL,  -- the revision at which it holds
  makes_revision INTEGER NOT NULL,  -- 0: it changed nothing, so it made no revision
  origin         INTEGER NOT NULL,
  applied_at     TEXT    NOT NULL,  -- ISO 8601, UTC
  message        TEXT,
  manifest       TEXT               -- JSON: the bundle's name, title, description, ontology and hash, if the change set changed them
) STRICT;

CREATE UNIQUE INDEX change_set_revision ON change_set (revision) WHERE makes_revision = 1;
