-- What the past is asked of a task stands in indexes: its row, with the paper in it, is not read.
DROP INDEX tasks_by_topic;
CREATE INDEX tasks_by_topic ON tasks (day >> 5, topic, day, id, issuer_name) WHERE day IS NOT NULL;
CREATE INDEX tasks_named ON tasks (seq, id, issuer_name);
