-- Tasks by the end of their time: the narrow row beside, in `standing`, has what a list asks first.
CREATE INDEX tasks_by_due ON tasks (due_at);
