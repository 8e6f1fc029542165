-- Answers to complaints; corrections (整改): what a department has to put right, by when, and what became of it.

-- Only the list of kinds grows, which changes no byte of a row: https://sqlite.org/lang_altertable.html, 7.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'OR kind = ''seal''', 'OR kind = ''seal'' OR kind = ''answer'' OR kind = ''correction'' OR kind = ''step''')
  WHERE type = 'table' AND name = 'journal';
PRAGMA writable_schema = RESET;

CREATE TABLE complaint_answers (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  complaint INTEGER NOT NULL REFERENCES complaints (seq),
  office TEXT NOT NULL CHECK (office <> ''),
  person TEXT NOT NULL CHECK (person <> ''),
  words TEXT NOT NULL CHECK (words <> '')
) STRICT;

CREATE TABLE corrections (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  department TEXT NOT NULL CHECK (department <> ''),  -- who has to put it right
  matter TEXT NOT NULL CHECK (matter <> ''),
  ground TEXT,
  task TEXT,                                          -- id of the task that it is about
  due_on INTEGER NOT NULL,
  office TEXT NOT NULL CHECK (office <> ''),
  person TEXT NOT NULL CHECK (person <> '')
) STRICT;

CREATE TABLE correction_steps (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  correction INTEGER NOT NULL REFERENCES corrections (seq),
  step TEXT NOT NULL CHECK (step = 'done' OR step = 'relapsed'),
  due_on INTEGER CHECK ((due_on IS NULL) = (step = 'done')),  -- of a relapse: the new day
  office TEXT NOT NULL CHECK (office <> ''),
  person TEXT NOT NULL CHECK (person <> ''),
  why TEXT NOT NULL CHECK (why <> '')
) STRICT;

CREATE INDEX answers_by_complaint ON complaint_answers (complaint);
CREATE INDEX steps_by_correction ON correction_steps (correction);

CREATE TRIGGER complaint_answers_never_change BEFORE UPDATE ON complaint_answers BEGIN SELECT RAISE(ABORT, 'append-only: complaint_answers'); END;
CREATE TRIGGER complaint_answers_never_delete BEFORE DELETE ON complaint_answers BEGIN SELECT RAISE(ABORT, 'append-only: complaint_answers'); END;

CREATE TRIGGER corrections_never_change BEFORE UPDATE ON corrections BEGIN SELECT RAISE(ABORT, 'append-only: corrections'); END;
CREATE TRIGGER corrections_never_delete BEFORE DELETE ON corrections BEGIN SELECT RAISE(ABORT, 'append-only: corrections'); END;

CREATE TRIGGER correction_steps_never_change BEFORE UPDATE ON correction_steps BEGIN SELECT RAISE(ABORT, 'append-only: correction_steps'); END;
CREATE TRIGGER correction_steps_never_delete BEFORE DELETE ON correction_steps BEGIN SELECT RAISE(ABORT, 'append-only: correction_steps'); END;
