-- Nothing is changed and nothing is taken away: not by the program, not by a slip in a shell.
-- Who means harm can drop a trigger; that is what the chain is for.

CREATE TRIGGER journal_never_change BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append-only: journal'); END;
CREATE TRIGGER journal_never_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append-only: journal'); END;

CREATE TRIGGER tasks_never_change BEFORE UPDATE ON tasks BEGIN SELECT RAISE(ABORT, 'append-only: tasks'); END;
CREATE TRIGGER tasks_never_delete BEFORE DELETE ON tasks BEGIN SELECT RAISE(ABORT, 'append-only: tasks'); END;

CREATE TRIGGER task_townships_never_change BEFORE UPDATE ON task_townships BEGIN SELECT RAISE(ABORT, 'append-only: task_townships'); END;
CREATE TRIGGER task_townships_never_delete BEFORE DELETE ON task_townships BEGIN SELECT RAISE(ABORT, 'append-only: task_townships'); END;

CREATE TRIGGER task_forms_never_change BEFORE UPDATE ON task_forms BEGIN SELECT RAISE(ABORT, 'append-only: task_forms'); END;
CREATE TRIGGER task_forms_never_delete BEFORE DELETE ON task_forms BEGIN SELECT RAISE(ABORT, 'append-only: task_forms'); END;

CREATE TRIGGER versions_never_change BEFORE UPDATE ON versions BEGIN SELECT RAISE(ABORT, 'append-only: versions'); END;
CREATE TRIGGER versions_never_delete BEFORE DELETE ON versions BEGIN SELECT RAISE(ABORT, 'append-only: versions'); END;

CREATE TRIGGER decisions_never_change BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only: decisions'); END;
CREATE TRIGGER decisions_never_delete BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only: decisions'); END;

CREATE TRIGGER findings_never_change BEFORE UPDATE ON findings BEGIN SELECT RAISE(ABORT, 'append-only: findings'); END;
CREATE TRIGGER findings_never_delete BEFORE DELETE ON findings BEGIN SELECT RAISE(ABORT, 'append-only: findings'); END;

CREATE TRIGGER moves_never_change BEFORE UPDATE ON moves BEGIN SELECT RAISE(ABORT, 'append-only: moves'); END;
CREATE TRIGGER moves_never_delete BEFORE DELETE ON moves BEGIN SELECT RAISE(ABORT, 'append-only: moves'); END;

CREATE TRIGGER waivers_never_change BEFORE UPDATE ON waivers BEGIN SELECT RAISE(ABORT, 'append-only: waivers'); END;
CREATE TRIGGER waivers_never_delete BEFORE DELETE ON waivers BEGIN SELECT RAISE(ABORT, 'append-only: waivers'); END;

CREATE TRIGGER complaints_never_change BEFORE UPDATE ON complaints BEGIN SELECT RAISE(ABORT, 'append-only: complaints'); END;
CREATE TRIGGER complaints_never_delete BEFORE DELETE ON complaints BEGIN SELECT RAISE(ABORT, 'append-only: complaints'); END;

CREATE TRIGGER seals_never_change BEFORE UPDATE ON seals BEGIN SELECT RAISE(ABORT, 'append-only: seals'); END;
CREATE TRIGGER seals_never_delete BEFORE DELETE ON seals BEGIN SELECT RAISE(ABORT, 'append-only: seals'); END;
