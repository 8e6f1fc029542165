-- The thesaurus belongs to what a task is judged by: the matcher reads it. Rows from before have none, and their fingerprints cover
-- the columns before it.
ALTER TABLE versions ADD COLUMN thesaurus TEXT;
