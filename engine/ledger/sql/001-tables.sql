-- What was sent, decided and answered. Facts are tables; what is derived is a view (003).
-- Every row of the ledger has one row in the journal, which carries the hash of the row before: see quanze-ledger(5).
-- Closed vocabularies are checked by OR: SQLite builds a table for every IN of an INSERT, which costs more than the row.
-- Columns that are facts are called as in the fact table, with _ for a dot. Days count from 1970-01-01, times in minutes from it.

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,              -- 1, 2, 3 ... without a gap: the order of things, whatever clocks say
  kind TEXT NOT NULL CHECK (kind = 'task' OR kind = 'versions' OR kind = 'decision' OR kind = 'move' OR kind = 'waiver'
                            OR kind = 'complaint' OR kind = 'seal'),
  at INTEGER NOT NULL,                  -- when it was written, by the clock of that machine; of complaints the day alone
  about INTEGER,                        -- the row it is about
  content BLOB NOT NULL CHECK (length(content) = 32),  -- BLAKE2b-256 of the row and of the rows that belong to it
  hash BLOB NOT NULL CHECK (length(hash) = 32)         -- SHA-256 of the hash before, seq, at, about, kind and content
) STRICT;

-- Tasks as received. Another content under the same id is another version of the paper.
CREATE TABLE tasks (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  id TEXT NOT NULL,
  title TEXT,
  kind TEXT,
  issuer_name TEXT,
  issuer_kind TEXT,
  document_number TEXT,
  document_version INTEGER,
  document_supersedes TEXT,
  item TEXT,
  received_at INTEGER,
  due_at INTEGER,
  end_at INTEGER,
  day INTEGER,                          -- on which it is judged
  topic INTEGER,                        -- hash of what the title speaks of
  source BLOB CHECK (length(source) = 32),  -- SHA-256 of the body; NULL: none was given
  facts TEXT NOT NULL                   -- all facts as a task file, keys sorted
) STRICT;

CREATE TABLE task_townships (
  task INTEGER NOT NULL REFERENCES tasks (seq),
  place INTEGER NOT NULL,
  township TEXT NOT NULL,
  day INTEGER,
  assesses INTEGER NOT NULL,
  visit INTEGER,
  meeting INTEGER,
  PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE task_forms (
  task INTEGER NOT NULL REFERENCES tasks (seq),
  place INTEGER NOT NULL,
  form INTEGER NOT NULL,                -- hash of its number, else of its name
  name TEXT NOT NULL,
  day INTEGER,
  PRIMARY KEY (task, place)
) STRICT, WITHOUT ROWID;

-- By what tasks were judged; each combination once.
CREATE TABLE versions (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  engine TEXT NOT NULL,
  list TEXT NOT NULL,
  rules TEXT NOT NULL,
  calendar TEXT
) STRICT;

CREATE TABLE decisions (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  task INTEGER NOT NULL REFERENCES tasks (seq),
  versions INTEGER NOT NULL REFERENCES versions (seq),
  as_of INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict = 'admit' OR verdict = 'conditional' OR verdict = 'hold' OR verdict = 'reject'),
  papers_due INTEGER,                   -- of a provisional decision: when the papers must follow
  item TEXT,
  item_kind TEXT,
  record TEXT NOT NULL                  -- the verdict without its findings' texts: quanze/decision/1
) STRICT;

-- What failed, was waived or broke. What is unknown stands in the decision's record.
CREATE TABLE findings (
  decision INTEGER NOT NULL REFERENCES decisions (seq),
  place INTEGER NOT NULL,
  rule TEXT NOT NULL,
  family TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status = 'fail' OR status = 'waived' OR status = 'error'),
  level TEXT NOT NULL CHECK (level = 'block' OR level = 'hold' OR level = 'warn' OR level = 'info'),
  ground TEXT,
  basis TEXT,
  message TEXT,
  PRIMARY KEY (decision, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE moves (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  task INTEGER NOT NULL REFERENCES tasks (seq),
  id TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role = 'department' OR role = 'gatekeeper' OR role = 'township' OR role = 'government'),
  office TEXT NOT NULL CHECK (office <> ''),
  person TEXT NOT NULL CHECK (person <> ''),
  why TEXT NOT NULL CHECK (why <> ''),
  grounds TEXT,
  basis TEXT,
  approved_by TEXT CHECK (approved_by <> office || '/' || person),  -- two people
  due_on INTEGER,                       -- the day on which the state runs out
  due_why TEXT,                         -- what runs out then: a limit's parameter, 'until' or 'end_at'
  letter TEXT                           -- SHA-256 of the letter that went with it
) STRICT;

-- Exceptions as they stood when a decision used them.
CREATE TABLE waivers (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  id TEXT NOT NULL,
  rule TEXT NOT NULL,
  department TEXT,
  reason TEXT NOT NULL,
  requested_by TEXT NOT NULL CHECK (requested_by <> ''),
  approved_by TEXT NOT NULL CHECK (approved_by <> '' AND approved_by <> requested_by),  -- two people
  valid_from INTEGER,
  valid_to INTEGER
) STRICT;

-- Nobody's name, no township, no hour.
CREATE TABLE complaints (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  department TEXT,
  ground TEXT,
  words TEXT NOT NULL CHECK (words <> '')
) STRICT;

CREATE TABLE seals (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  month TEXT NOT NULL,
  rows INTEGER NOT NULL,                -- the last row that is sealed
  head BLOB NOT NULL CHECK (length(head) = 32),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  office TEXT NOT NULL,
  person TEXT NOT NULL
) STRICT;

-- Keys begin with time, so that new rows go to the right edge of each index.
CREATE INDEX tasks_by_id ON tasks (id);
CREATE INDEX tasks_by_topic ON tasks (day >> 5, topic) WHERE day IS NOT NULL;
CREATE INDEX townships_assessed ON task_townships (township, day) WHERE assesses = 1;
CREATE INDEX townships_visited ON task_townships (township, visit) WHERE visit IS NOT NULL;
CREATE INDEX townships_met ON task_townships (township, meeting) WHERE meeting IS NOT NULL;
CREATE INDEX forms_by_form ON task_forms (day >> 5, form) WHERE day IS NOT NULL;
CREATE INDEX decisions_by_task ON decisions (task);
CREATE INDEX decisions_with_papers ON decisions (papers_due) WHERE papers_due IS NOT NULL;
CREATE INDEX moves_by_id ON moves (id);
CREATE INDEX waivers_by_id ON waivers (id);
