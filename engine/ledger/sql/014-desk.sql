-- A list asks `standing` alone: whether a task has come to its end, the end of its time, and the item it was judged by or claims.
-- Of the decisions only those need an index that do not follow right behind their task.
CREATE INDEX decisions_apart ON decisions (task) WHERE seq <> task + 1;
DROP INDEX decisions_by_task;
DROP INDEX tasks_by_due;
DROP VIEW standing_anew;
DROP TABLE standing;

CREATE TABLE standing (
  task INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  issuer TEXT,
  next INTEGER,                         -- the version that came after it; NULL: it is the latest
  decision INTEGER,                     -- the latest on this version
  move INTEGER,                         -- the latest of the id
  state TEXT NOT NULL,
  due_on INTEGER,                       -- the day on which the state runs out
  due_why TEXT,                         -- a limit's parameter, 'until', 'end_at' or 'papers_due'
  ends_on INTEGER,                      -- the last day of what was admitted for a limited time
  runs_out INTEGER,                     -- the first of these days; 0: there is one that cannot be told
  ended INTEGER NOT NULL,               -- 1: the state is one at which tasks have come to their end
  due_at INTEGER,                       -- as in tasks
  item TEXT                             -- of that decision, else the one that the task claims
) STRICT;

-- A paper that came again after it was returned or refused starts anew: the move does not count for it. What runs out: a state with
-- its day, and whatever state a task is being done in when it was admitted for a limited time.
CREATE VIEW standing_anew AS
  SELECT task, id, issuer, next, decision, move, state, due_on, due_why, ends_on,
         CASE WHEN next IS NOT NULL OR ended THEN NULL WHEN untold AND due_on IS NULL THEN 0
              ELSE min(coalesce(due_on, ends_on), coalesce(ends_on, due_on)) END AS runs_out, ended, due_at, item
  FROM (SELECT task, id, issuer, next, decision, move, state,
               iif(move IS NULL, papers_due / 1440, due_on) AS due_on,
               iif(move IS NULL AND papers_due IS NOT NULL, 'papers_due', due_why) AS due_why,
               iif(state IN ('admitted_temporary', 'sent', 'received', 'accepted', 'in_progress', 'suspended'), ends_on, NULL)
                 AS ends_on,
               state IN ('reassigned', 'kept', 'exited', 'revoked', 'violation', 'withdrawn', 'expired') AS ended,
               state IN ('returned', 'in_review', 'received', 'objected', 'negotiating', 'arbitrating', 'received_unadmitted',
                         'refusal_sent', 'escalated', 'papers_due') AS untold,
               due_at, item
        FROM (SELECT t.seq AS task, t.id AS id, t.issuer_name AS issuer, n.seq AS next, d.seq AS decision, l.seq AS move,
                     coalesce(nullif(m.to_state, 'submitted'), iif(d.seq IS NULL, 'submitted', 'screened')) AS state,
                     m.due_on AS due_on, m.due_why AS due_why, d.papers_due AS papers_due,
                     iif(a.to_state = 'admitted_temporary', coalesce(a.due_on, t.end_at / 1440), NULL) AS ends_on,
                     t.due_at AS due_at, coalesce(d.item, t.item) AS item
              FROM tasks t
              LEFT JOIN tasks n ON n.seq = (SELECT min(x.seq) FROM tasks x WHERE x.id = t.id AND x.seq > t.seq)
              LEFT JOIN decisions d ON d.seq = coalesce(
                (SELECT max(x.seq) FROM decisions x WHERE x.task = t.seq AND x.seq <> x.task + 1),
                (SELECT x.seq FROM decisions x WHERE x.seq = t.seq + 1 AND x.task = t.seq))
              LEFT JOIN moves l ON l.seq = (SELECT max(x.seq) FROM moves x WHERE x.id = t.id
                                            AND x.seq < coalesce(n.seq, 9223372036854775807))
              LEFT JOIN moves m ON m.seq = l.seq AND NOT (m.seq < t.seq AND m.to_state IN ('submitted', 'returned', 'refused'))
              LEFT JOIN moves a ON a.seq = (SELECT max(x.seq) FROM moves x WHERE x.id = t.id AND x.seq <= l.seq AND x.to_state
                                            IN ('admitted', 'admitted_conditional', 'admitted_temporary'))));

INSERT INTO standing SELECT * FROM standing_anew;

CREATE INDEX standing_in_state ON standing (state, task) WHERE next IS NULL;
CREATE INDEX standing_of_issuer ON standing (issuer, task) WHERE next IS NULL;
CREATE INDEX standing_running_out ON standing (runs_out) WHERE runs_out IS NOT NULL;
CREATE INDEX standing_by_due ON standing (ended, due_at, task) WHERE next IS NULL;
CREATE INDEX standing_of_item ON standing (item, task) WHERE next IS NULL AND item IS NOT NULL;
