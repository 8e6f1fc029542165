-- Sums by month, kept in the transaction that adds what they sum: see quanze-ledger(5). They are derived: no row of the journal
-- stands for them, and they can be counted again from `rolled`.

-- What the latest version and decision of a task add: the names are the audit's.
CREATE TABLE rolled (
  task INTEGER PRIMARY KEY REFERENCES tasks (seq),
  month INTEGER NOT NULL,               -- year * 12 + month - 1
  department TEXT NOT NULL,
  townships TEXT NOT NULL,              -- one a line
  share TEXT NOT NULL                   -- "name value", one a line; "?name" adds nothing
) STRICT;

-- Township '' counts each task once, whatever number of townships it reached. All sums of a township and a department stand in one
-- row: a task changes some thirty of them.
CREATE TABLE month_sums (
  month INTEGER NOT NULL,
  township TEXT NOT NULL,
  department TEXT NOT NULL,
  sums TEXT NOT NULL,                   -- "name value", one a line, by name; those that are 0 are left out
  PRIMARY KEY (month, township, department)
) STRICT, WITHOUT ROWID;

CREATE INDEX tasks_undated ON tasks (seq) WHERE day IS NULL;
CREATE INDEX tasks_ending ON tasks (end_at) WHERE end_at IS NOT NULL;
CREATE INDEX moves_against ON moves (seq) WHERE to_state IN ('refused', 'refusal_sent', 'objected', 'revoked', 'changed', 'withdrawn', 'reassigned');
