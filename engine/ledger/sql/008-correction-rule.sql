-- The rule that a correction is about: what breaks it again is a relapse. Rows from before name none, and their fingerprints cover
-- the columns before it.
ALTER TABLE corrections ADD COLUMN rule TEXT CHECK (rule <> '');
