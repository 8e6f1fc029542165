#include <ledger/statement.h>

_Static_assert(STATEMENT_COUNT <= LEDGER_STATEMENTS, "the connection has room for every statement");

/* What a row's fingerprint covers, in this order. Never reorder: add columns by a new kind of row, or at the end of `versions`
 * and `corrections`, as table_covers tells. */
#define TASK_COLUMNS                                                                                                           \
    "id, title, kind, issuer_name, issuer_kind, document_number, document_version, document_supersedes, item, received_at, "   \
    "due_at, end_at, day, topic, source, "
#define TOWNSHIP_COLUMNS "township, day, assesses, visit, meeting"
#define FORM_COLUMNS "form, name, day"
#define VERSIONS_COLUMNS "engine, list, rules, calendar, thesaurus"
#define DECISION_COLUMNS "as_of, verdict, papers_due, item, item_kind, "
#define FINDING_COLUMNS "rule, family, status, level, ground, basis, message"
#define MOVE_COLUMNS "id, from_state, to_state, role, office, person, why, grounds, basis, approved_by, due_on, due_why, letter"
#define WAIVER_COLUMNS "id, rule, department, reason, requested_by, approved_by, valid_from, valid_to"
/* The same words about the same body, on the same ground, in the same month, with no answer in between, are one complaint said
 * several times, and stand for the first of them: what the journal has of their content is the same. `of`: which are looked at,
 * `having`: which of them are told. */
#define SAID_COMPLAINTS(of, having)                                                                                            \
    "WITH events AS (SELECT c.seq AS seq, j.content AS content, j.at AS at, row_number() OVER (ORDER BY c.seq) AS number "     \
    "FROM complaints c JOIN journal j ON j.seq = c.seq UNION ALL SELECT x.seq, j.content, NULL, NULL FROM complaint_answers "  \
    "x JOIN journal j ON j.seq = x.complaint), told AS (SELECT *, sum(number IS NULL) OVER (PARTITION BY content ORDER BY "    \
    "seq) AS answers FROM events " of "), said AS (SELECT min(seq) AS seq, min(number) AS number, count(*) AS times, "         \
    "max((SELECT max(x.seq) FROM complaint_answers x WHERE x.complaint = t.seq)) AS last FROM told t WHERE number IS NOT "     \
    "NULL GROUP BY content, strftime('%Y-%m', at * 60, 'unixepoch'), answers " having ") "
#define SAME_CONTENT "WHERE content = (SELECT content FROM journal WHERE seq = ?1)"
#define COMPLAINT_COLUMNS "department, ground, words"
#define ANSWER_COLUMNS "office, person, words"
#define CORRECTION_COLUMNS "department, matter, ground, task, due_on, office, person, rule"
#define STEP_COLUMNS "step, due_on, office, person, why"
#define SEAL_COLUMNS "month, rows, head, public_key, signature, office, person"

/* A paper that did not reach the township, or was taken from it: the last move says so, and no version came after it. */
#define TAKES(move) move ".to_state IN ('returned', 'refused', 'withdrawn', 'revoked', 'reassigned')"
#define REACHED(before)                                                                                                        \
    "s.task < " before " AND NOT EXISTS (SELECT 1 FROM moves m WHERE m.id = s.id AND m.seq > s.task AND " TAKES(               \
        "m") " AND "                                                                                                           \
             "m.seq = (SELECT max(x.seq) FROM moves x WHERE x.id = s.id AND x.seq < " before "))"

/* The decisions on all versions of an id. */
#define DECISIONS_OF(id)                                                                                                       \
    "SELECT x.seq FROM tasks y JOIN decisions x ON x.seq = y.seq + 1 AND x.task = y.seq WHERE y.id = " id " UNION ALL SELECT " \
    "x.seq FROM tasks y JOIN decisions x ON x.task = y.seq AND x.seq <> x.task + 1 WHERE y.id = " id

/* The rows of tasks that a list asks for, in state ?2, those that ended where ?3 is 1, of item ?11; what is NULL is not asked.
 */
#define ASKED "s.next IS NULL AND (?2 IS NULL OR s.state = ?2) AND (?3 = 1 OR s.ended = 0) AND (?11 IS NULL OR s.item = ?11)"

/* The names of issuers one by one from their index; NULL ends them. */
#define ISSUERS                                                                                                                \
    "WITH RECURSIVE names (issuer) AS (SELECT min(issuer) FROM standing WHERE next IS NULL UNION ALL SELECT (SELECT "          \
    "min(x.issuer) FROM standing x WHERE x.next IS NULL AND x.issuer > names.issuer) FROM names WHERE names.issuer IS NOT "    \
    "NULL) "

/* What the wanted ones sent. */
#define OF_WANTED                                                                                                              \
    "FROM names CROSS JOIN standing y INDEXED BY standing_of_issuer ON y.issuer = names.issuer WHERE names.issuer IS NOT "     \
    "NULL AND wanted(names.issuer) AND y.next IS NULL"

/* To the township ?4 and of wanted issuers, where these are asked for. */
#define TO_TOWNSHIP " AND (?4 IS NULL OR EXISTS (SELECT 1 FROM task_townships n WHERE n.task = s.task AND n.township = ?4))"
#define OF_WANTED_ALONE " AND (?10 = 0 OR wanted(s.issuer))"

/* The same by the end of their time, walked: a part of them, those that go on and those that ended in one order. */
#define WALKED(ended, part)                                                                                                    \
    "SELECT s.task AS seq, s.due_at AS due FROM standing s INDEXED BY standing_by_due WHERE s.ended = " ended                  \
    " AND " ASKED OF_WANTED_ALONE TO_TOWNSHIP " AND " part
#define BY_DUE(part, order)                                                                                                    \
    WALKED("0 AND (?2 IS NULL OR ?3 = 0)", part) " UNION ALL " WALKED("1 AND ?3 = 1", part) " ORDER BY " order

/* The same, gathered first since they are few: those that end from ?5 on, the soonest first; those before, the latest first;
 * those without an end. Of the part ?6 (-1: all), behind the row ?1 that ends ?8 in the part ?7. */
#define GATHERED(from)                                                                                                         \
    "SELECT seq FROM (SELECT seq, part, iif(part = 0, due, -due) AS due, iif(part = 0, seq, -seq) AS row FROM (SELECT s.task " \
    "AS seq, coalesce(s.due_at, 0) AS due, iif(s.due_at IS NULL, 2, s.due_at < ?5) AS part FROM standing s " from              \
    " AND " ASKED ")) WHERE (?6 < 0 OR part = ?6) AND (part, due, row) > (?7, ?8, ?1) ORDER BY part, due, row"

#define TOWNSHIPS_OF_TASK                                                                                                      \
    "(SELECT group_concat(township, '、') FROM (SELECT township FROM task_townships n WHERE n.task = t.seq ORDER BY place))"

/* Rows of the journal in words. */
#define LOG_ROWS                                                                                                               \
    "SELECT j.seq AS seq, j.kind AS kind, j.at AS at, j.about AS about, j.hash AS hash, coalesce(t.id, a.id, w.id, k.task) "   \
    "AS id, "                                                                                                                  \
    "coalesce(t.title, d.verdict, m.to_state, w.rule, c.words, s.month, v.rules, r.words, k.matter, p.step) AS what, "         \
    "coalesce(t.issuer_name, d.item, m.why, w.reason, c.department, v.list, k.department, p.why) AS detail, "                  \
    "coalesce(m.office || '/' || m.person, w.approved_by, s.office || '/' || s.person, r.office || '/' || r.person, "          \
    "k.office || '/' || k.person, p.office || '/' || p.person) AS who "                                                        \
    "FROM journal j LEFT JOIN tasks t ON t.seq = j.seq LEFT JOIN decisions d ON d.seq = j.seq "                                \
    "LEFT JOIN moves m ON m.seq = j.seq LEFT JOIN tasks a ON a.seq = j.about LEFT JOIN waivers w ON w.seq = j.seq "            \
    "LEFT JOIN complaints c ON c.seq = j.seq LEFT JOIN seals s ON s.seq = j.seq LEFT JOIN versions v ON v.seq = j.seq "        \
    "LEFT JOIN complaint_answers r ON r.seq = j.seq LEFT JOIN corrections k ON k.seq = j.seq LEFT JOIN correction_steps p "    \
    "ON p.seq = j.seq "

/* One hit of the past is a task addressed to a township: its id, its issuer, the township; newest first. */
#define TOWNSHIP_HITS(day_column, condition)                                                                                   \
    "SELECT s.id AS id, s.issuer AS issuer, n.township AS township FROM task_townships n CROSS JOIN standing s "               \
    "ON s.task = n.task WHERE n.township = ?1 AND n." day_column " BETWEEN ?2 AND ?3 AND " condition                           \
    " AND s.id <> ?4 AND " REACHED("?5") " ORDER BY n." day_column " DESC"

/* The same of every past, with what tells of which it is one: its row, and whether it was ever taken back. */
#define KEPT_HITS(day_column, condition)                                                                                       \
    "SELECT s.id AS id, s.issuer AS issuer, s.task AS task, EXISTS (SELECT 1 FROM moves m WHERE m.id = s.id AND m.seq > "      \
    "s.task AND " TAKES("m") ") AS taken FROM task_townships n CROSS JOIN standing s ON s.task = n.task WHERE n.township = "   \
                             "?1 AND n." day_column " BETWEEN ?2 AND ?3 AND " condition " ORDER BY n." day_column " DESC"

/* Rows from ?1 to ?2. */
#define SPAN(seq) " WHERE " seq " BETWEEN ?1 AND ?2"

static const char *const SQL[STATEMENT_COUNT] = {
    [STATEMENT_BEGIN] = "BEGIN IMMEDIATE",
    [STATEMENT_BEGIN_READING] = "BEGIN",
    [STATEMENT_MOMENT] = "PRAGMA data_version",
    [STATEMENT_COMMIT] = "COMMIT",
    [STATEMENT_ROLLBACK] = "ROLLBACK",
    [STATEMENT_HEAD] = "SELECT seq, at, hash FROM journal ORDER BY seq DESC LIMIT 1",

    [STATEMENT_ADD_JOURNAL] =
        "INSERT INTO journal (seq, kind, at, about, content, hash) SELECT a, b, c, d, e, f FROM feed_journal",
    [STATEMENT_ADD_TASK] = "INSERT INTO tasks (seq, " TASK_COLUMNS "facts) SELECT * FROM feed_tasks",
    [STATEMENT_ADD_TOWNSHIP] =
        "INSERT INTO task_townships (task, place, " TOWNSHIP_COLUMNS ") SELECT a, b, c, d, e, f, g FROM feed_townships",
    [STATEMENT_ADD_FORM] = "INSERT INTO task_forms (task, place, " FORM_COLUMNS ") SELECT a, b, c, d, e FROM feed_forms",
    [STATEMENT_ADD_VERSIONS] = "INSERT INTO versions (seq, " VERSIONS_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [STATEMENT_ADD_DECISION] = "INSERT INTO decisions (seq, task, versions, " DECISION_COLUMNS
                               "record) SELECT a, b, c, d, e, f, g, h, i FROM feed_decisions",
    [STATEMENT_ADD_FINDING] =
        "INSERT INTO findings (decision, place, " FINDING_COLUMNS ") SELECT a, b, c, d, e, f, g, h, i FROM feed_findings",
    [STATEMENT_ADD_MOVE] = "INSERT INTO moves (seq, task, " MOVE_COLUMNS
                           ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    [STATEMENT_ADD_WAIVER] = "INSERT INTO waivers (seq, " WAIVER_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [STATEMENT_ADD_COMPLAINT] = "INSERT INTO complaints (seq, " COMPLAINT_COLUMNS ") VALUES (?1, ?2, ?3, ?4)",
    [STATEMENT_ADD_SEAL] = "INSERT INTO seals (seq, " SEAL_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    [STATEMENT_ADD_ANSWER] = "INSERT INTO complaint_answers (seq, complaint, " ANSWER_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5)",
    [STATEMENT_ADD_CORRECTION] =
        "INSERT INTO corrections (seq, " CORRECTION_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    [STATEMENT_ADD_STEP] =
        "INSERT INTO correction_steps (seq, correction, " STEP_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",

    [STATEMENT_ADD_WORD] = "INSERT INTO words (number, word) VALUES (?1, ?2)",

    [STATEMENT_FIND_TASK] =
        "SELECT t.seq AS seq, j.content AS content FROM tasks t JOIN journal j ON j.seq = t.seq WHERE t.id = ?1",
    [STATEMENT_FIND_VERSIONS] =
        "SELECT seq FROM versions WHERE engine = ?1 AND list = ?2 AND rules = ?3 AND calendar IS ?4 AND thesaurus IS ?5 "
        "ORDER BY seq DESC LIMIT 1",
    [STATEMENT_FIND_DECISION] =
        "SELECT s.decision AS seq, j.content AS content FROM standing s JOIN journal j ON j.seq = s.decision WHERE s.task = ?1",
    [STATEMENT_FIND_WAIVER] =
        "SELECT w.seq AS seq FROM waivers w JOIN journal j ON j.seq = w.seq WHERE w.id = ?1 AND j.content = ?2",
    [STATEMENT_NTH_COMPLAINT] = "SELECT seq AS found FROM complaints ORDER BY seq LIMIT 1 OFFSET ?1 - 1",
    [STATEMENT_NTH_CORRECTION] = "SELECT seq AS found FROM corrections ORDER BY seq LIMIT 1 OFFSET ?1 - 1",
    [STATEMENT_NUMBER_CORRECTION] = "SELECT count(*) AS found FROM corrections WHERE seq <= ?1",
    [STATEMENT_FIND_CORRECTION] =
        "SELECT c.seq AS seq, s.step AS step FROM corrections c LEFT JOIN correction_steps s ON s.seq "
        "= (SELECT max(x.seq) FROM correction_steps x WHERE x.correction = c.seq) WHERE c.seq = ?1",

    [STATEMENT_CASE_TASK] = "SELECT seq, issuer_name, issuer_kind, end_at FROM tasks WHERE id = ?1 ORDER BY seq DESC LIMIT 1",
    [STATEMENT_CASE_TOWNSHIPS] = "SELECT township FROM task_townships WHERE task = ?1 ORDER BY place",
    [STATEMENT_CASE_DECISION] =
        "SELECT d.seq AS seq, d.verdict AS verdict, d.papers_due AS papers_due, d.item_kind AS item_kind FROM standing s JOIN "
        "decisions d ON d.seq = s.decision WHERE s.task = ?1",
    [STATEMENT_CASE_GROUNDS] = "SELECT ground, basis FROM findings WHERE decision = ?1 AND status IN ('fail', 'error') AND "
                               "ground IS NOT NULL AND basis IS NOT NULL ORDER BY place",
    [STATEMENT_CASE_STATE] = "SELECT state, due_on FROM standing WHERE task = ?1",
    [STATEMENT_CASE_WAS] = "SELECT to_state, due_on FROM moves WHERE id = ?1 AND to_state IN ('admitted', "
                           "'admitted_conditional', 'admitted_temporary') ORDER BY seq DESC LIMIT 1",
    [STATEMENT_CASE_EXTENDED] = "SELECT seq FROM moves WHERE id = ?1 AND to_state = 'in_review_extended' LIMIT 1",
    [STATEMENT_NEAR_IDS] = "SELECT id FROM (SELECT id FROM tasks WHERE id >= ?1 ORDER BY id LIMIT 20) UNION "
                           "SELECT id FROM (SELECT id FROM tasks WHERE id < ?1 ORDER BY id DESC LIMIT 20)",

    /* The wide row of a task is looked at for what is shown alone. */
    [STATEMENT_DUE] =
        "SELECT s.id AS id, t.title AS title, s.state AS state, s.due_on AS due_on, s.due_why AS why, s.ends_on AS ends_on "
        "FROM "
        "(SELECT task, id, state, due_on, due_why, ends_on, runs_out FROM standing INDEXED BY standing_running_out WHERE "
        "runs_out <= ?1 ORDER BY runs_out, id LIMIT ?2 OFFSET ?3) s CROSS JOIN tasks t ON t.seq = s.task ORDER BY s.runs_out, "
        "s.id",

    [STATEMENT_LOG] = LOG_ROWS "WHERE j.seq > ?1 ORDER BY j.seq",
    [STATEMENT_LOG_NEWEST] = LOG_ROWS "WHERE j.seq < ?1 ORDER BY j.seq DESC",
    [STATEMENT_LOG_OF] = LOG_ROWS "WHERE j.seq IN (SELECT seq FROM tasks WHERE id = ?2 UNION ALL " DECISIONS_OF(
        "?2") " UNION ALL SELECT seq "
              "FROM moves WHERE id = ?2) AND j.seq > ?1 ORDER BY j.seq",
    [STATEMENT_STORY_TASKS] =
        "SELECT t.seq AS seq, j.at AS at, t.title AS title, t.issuer_name AS issuer, plain(t.facts) AS facts "
        "FROM tasks t JOIN journal j ON j.seq = t.seq WHERE t.id = ?1 ORDER BY t.seq",
    [STATEMENT_STORY_DECISIONS] =
        "SELECT d.seq AS seq, j.at AS at, d.as_of AS as_of, d.verdict AS verdict, d.item AS item, plain(d.record) AS record, "
        "v.engine AS engine, v.list AS list, v.rules AS rules, v.calendar AS calendar, v.thesaurus AS thesaurus FROM decisions "
        "d JOIN journal j ON j.seq = d.seq JOIN versions v ON v.seq = d.versions WHERE d.seq IN (" DECISIONS_OF(
            "?1") ") ORDER "
                  "BY d.seq",
    [STATEMENT_STORY_FINDINGS] = "SELECT " FINDING_COLUMNS " FROM findings WHERE decision = ?1 ORDER BY place",
    [STATEMENT_STORY_MOVES] =
        "SELECT m.seq AS seq, j.at AS at, from_state, to_state, role, office, person, why, grounds, basis, "
        "approved_by, due_on, due_why, letter FROM moves m JOIN journal j ON j.seq = m.seq "
        "WHERE m.id = ?1 ORDER BY m.seq",
    [STATEMENT_EXPORT] =
        "SELECT t.seq AS seq, j.at AS at, j.hash AS hash, t.id AS id, t.title AS title, t.issuer_name AS issuer, "
        "s.next IS NULL AS is_latest, t.received_at AS received_at, t.due_at AS due_at, plain(t.facts) AS facts, d.verdict AS "
        "verdict, "
        "d.as_of AS as_of, plain(d.record) AS record, k.at AS decided_at, s.state AS state, " TOWNSHIPS_OF_TASK " AS townships "
        "FROM tasks t JOIN journal j ON j.seq = t.seq JOIN standing s ON s.task = t.seq LEFT JOIN decisions d ON d.seq = "
        "s.decision LEFT JOIN journal k ON k.seq = d.seq ORDER BY t.seq",
    [STATEMENT_RECORD_DECISIONS] =
        "SELECT d.task AS about, d.as_of AS as_of, j.at AS at, v.calendar AS calendar, plain(d.record) AS decision, v.engine "
        "AS "
        "engine, "
        "j.hash AS hash, t.id AS id, d.item AS item, d.item_kind AS item_kind, v.list AS list, d.papers_due AS papers_due, "
        "d.seq AS row, v.rules AS rules, v.thesaurus AS thesaurus, d.verdict AS verdict FROM decisions d "
        "JOIN journal j ON j.seq = d.seq JOIN versions v ON v.seq = d.versions JOIN tasks t ON t.seq = d.task ORDER BY d.seq",
    [STATEMENT_RECORD_FINDINGS] =
        "SELECT f.decision AS about, f.basis AS basis, f.family AS family, f.ground AS ground, t.id AS id, f.level AS level, "
        "f.message AS message, f.rule AS rule, f.status AS status FROM findings f JOIN decisions d ON d.seq = f.decision "
        "JOIN tasks t ON t.seq = d.task ORDER BY f.decision, f.place",
    [STATEMENT_RECORD_MOVES] =
        "SELECT m.task AS about, a.answer AS answer, m.approved_by AS approved_by, j.at AS at, m.basis AS basis, m.due_on AS "
        "due_on, m.due_why AS due_why, m.from_state AS \"from\", m.grounds AS grounds, j.hash AS hash, m.id AS id, m.letter AS "
        "letter, m.office AS office, m.person AS person, m.role AS role, m.seq AS row, m.to_state AS \"to\", m.why AS why "
        "FROM moves m JOIN journal j ON j.seq = m.seq LEFT JOIN answers a ON a.seq = m.seq ORDER BY m.seq",
    [STATEMENT_RECORD_WAIVERS] =
        "SELECT w.approved_by AS approved_by, j.at AS at, w.department AS department, j.hash AS hash, w.id AS id, w.reason AS "
        "reason, w.requested_by AS requested_by, w.seq AS row, w.rule AS rule, w.valid_from AS valid_from, w.valid_to AS "
        "valid_to FROM waivers w JOIN journal j ON j.seq = w.seq ORDER BY w.seq",
    [STATEMENT_RECORD_COMPLAINTS] =
        "SELECT j.at / 1440 AS day, c.department AS department, c.ground AS ground, row_number() OVER (ORDER BY c.seq) AS "
        "number, c.words AS words FROM complaints c JOIN journal j ON j.seq = c.seq ORDER BY c.seq",
    [STATEMENT_RECORD_ANSWERS] =
        "SELECT j.at AS at, n.number AS complaint, j.hash AS hash, a.office AS office, a.person AS person, a.seq AS row, "
        "a.words AS words FROM complaint_answers a JOIN journal j ON j.seq = a.seq JOIN (SELECT seq, row_number() OVER (ORDER "
        "BY seq) AS number FROM complaints) n ON n.seq = a.complaint ORDER BY a.seq",
    [STATEMENT_RECORD_CORRECTIONS] =
        "SELECT j.at AS at, c.department AS department, c.due_on AS due_on, c.ground AS ground, j.hash AS hash, c.task AS id, "
        "c.matter AS matter, row_number() OVER (ORDER BY c.seq) AS number, c.office AS office, c.person AS person, c.seq AS "
        "row "
        "FROM corrections c JOIN journal j ON j.seq = c.seq ORDER BY c.seq",
    [STATEMENT_RECORD_STEPS] =
        "SELECT j.at AS at, n.number AS correction, s.due_on AS due_on, j.hash AS hash, s.office AS office, s.person AS "
        "person, "
        "s.seq AS row, s.step AS step, s.why AS why FROM correction_steps s JOIN journal j ON j.seq = s.seq JOIN (SELECT seq, "
        "row_number() OVER (ORDER BY seq) AS number FROM corrections) n ON n.seq = s.correction ORDER BY s.seq",
    [STATEMENT_RECORD_SEALS] =
        "SELECT j.at AS at, j.hash AS hash, s.head AS head, s.month AS month, s.office AS office, s.person AS person, "
        "s.public_key AS public_key, s.seq AS row, s.rows AS rows, s.head AS short_form, s.signature AS signature FROM seals s "
        "JOIN journal j ON j.seq = s.seq ORDER BY s.seq",
    [STATEMENT_SEALS] =
        "SELECT s.seq AS seq, j.at AS at, s.month AS month, s.rows AS rows, s.head AS head, s.public_key AS public_key, "
        "s.signature AS signature, s.office AS office, s.person AS person, x.hash AS sealed FROM seals s JOIN journal j ON "
        "j.seq = s.seq LEFT JOIN journal x ON x.seq = s.rows WHERE ?1 IS NULL OR s.month = ?1 ORDER BY iif(?2, -s.seq, s.seq) "
        "LIMIT ?3 "
        "OFFSET ?4",
    [STATEMENT_UNSEALED] = "SELECT 1 FROM journal WHERE seq > ?1 AND seq <= ?2 AND kind <> 'seal' LIMIT 1",
    [STATEMENT_FIND_ISSUER] = "SELECT 1 FROM standing WHERE issuer = ?1 AND next IS NULL LIMIT 1",
    /* What else a filter asks is looked at only for what passed so far. */
    [STATEMENT_TASKS] = "SELECT s.task AS seq FROM standing s WHERE s.task < ?1 AND " ASKED " ORDER BY s.task DESC",
    [STATEMENT_TASKS_IN] = "SELECT s.task AS seq FROM standing s INDEXED BY standing_in_state WHERE s.state = ?2 AND s.task < "
                           "?1 AND " ASKED " ORDER BY s.task DESC",
    [STATEMENT_TASKS_IN_STATES] =
        "SELECT s.task AS seq FROM standing s INDEXED BY standing_in_state WHERE s.state IN (SELECT value FROM json_each(?9)) "
        "AND s.task < ?1 AND " ASKED OF_WANTED_ALONE TO_TOWNSHIP " ORDER BY s.task DESC",
    [STATEMENT_TASKS_ON] =
        "SELECT s.task AS seq FROM standing s INDEXED BY standing_of_item WHERE s.item = ?11 AND s.task < ?1 "
        "AND " ASKED OF_WANTED_ALONE TO_TOWNSHIP " ORDER BY s.task DESC",
    [STATEMENT_TASKS_TO] =
        "SELECT DISTINCT n.task AS seq FROM task_townships n INDEXED BY townships_tasks CROSS JOIN standing s "
        "ON s.task = n.task WHERE n.township = ?4 AND n.task < ?1 AND " ASKED " ORDER BY n.task DESC",
    /* Of each wanted issuer the last ?5 tasks (-1: all). */
    [STATEMENT_TASKS_OF] =
        ISSUERS "SELECT y.task AS seq FROM names CROSS JOIN standing y WHERE names.issuer IS NOT NULL AND wanted(names.issuer) "
                "AND y.task IN (SELECT s.task FROM standing s INDEXED BY standing_of_issuer WHERE s.issuer = names.issuer AND "
                "s.task < ?1 AND " ASKED " ORDER BY s.task DESC LIMIT ?5) ORDER BY y.task DESC",
    [STATEMENT_TASKS_RUNNING] = BY_DUE("s.due_at >= ?5 AND (s.due_at > ?5 OR s.task > ?1)", "due, seq"),
    [STATEMENT_TASKS_OVER] = BY_DUE("s.due_at <= ?5 AND (s.due_at < ?5 OR s.task < ?1)", "due DESC, seq DESC"),
    [STATEMENT_TASKS_UNENDING] = BY_DUE("s.due_at IS NULL AND s.task < ?1", "due DESC, seq DESC"),
    [STATEMENT_TASKS_ON_BY_DUE] = GATHERED("INDEXED BY standing_of_item WHERE s.item = ?11" OF_WANTED_ALONE TO_TOWNSHIP),
    [STATEMENT_TASKS_TO_BY_DUE] =
        GATHERED("WHERE s.task IN (SELECT n.task FROM task_townships n INDEXED BY townships_tasks WHERE n.township = ?4)"),
    [STATEMENT_TASKS_OF_BY_DUE] = GATHERED("WHERE s.task IN (" ISSUERS "SELECT y.task " OF_WANTED ")" TO_TOWNSHIP),
    [STATEMENT_TASKS_IN_BY_DUE] =
        GATHERED("INDEXED BY standing_in_state WHERE s.state IN (SELECT value FROM json_each(?9))" OF_WANTED_ALONE TO_TOWNSHIP),
    [STATEMENT_MANY_ON] =
        "SELECT count(*) AS count FROM (SELECT 1 FROM standing INDEXED BY standing_of_item WHERE item = ?1 AND next IS NULL "
        "LIMIT ?2)",
    [STATEMENT_MANY_IN_STATES] = "SELECT count(*) AS count FROM (SELECT 1 FROM standing INDEXED BY standing_in_state WHERE "
                                 "state IN (SELECT value FROM json_each(?1)) AND next IS NULL LIMIT ?2)",
    [STATEMENT_MANY_OF] = ISSUERS "SELECT count(*) AS count FROM (SELECT 1 " OF_WANTED " LIMIT ?2)",
    [STATEMENT_MANY_TO] = "SELECT count(*) AS count FROM (SELECT 1 FROM task_townships INDEXED BY townships_tasks WHERE "
                          "township = ?1 LIMIT ?2)",
    [STATEMENT_DUE_OF_TASK] = "SELECT due_at FROM tasks WHERE seq = ?1",
    [STATEMENT_TASK_LINE] =
        "SELECT t.seq AS seq, t.id AS id, t.title AS title, t.issuer_name AS issuer, t.received_at AS received_at, "
        "t.due_at AS due_at, plain(t.facts) AS facts, d.verdict AS verdict, coalesce(d.item, t.item) AS item, s.state AS "
        "state, "
        "s.due_on AS due_on, s.due_why AS due_why, " TOWNSHIPS_OF_TASK " AS townships FROM tasks t JOIN standing s ON s.task = "
        "t.seq LEFT JOIN decisions d ON d.seq = s.decision WHERE t.seq = ?1",
    [STATEMENT_COMPLAINTS] = SAID_COMPLAINTS(
        "", "") "SELECT seq, number, times, last FROM said ORDER BY iif(?1, last IS NOT NULL, 0), iif(?1, -seq, seq)",
    [STATEMENT_COMPLAINT_LINE] =
        "SELECT j.at AS at, c.department AS department, c.ground AS ground, c.words AS words, a.words AS answer, a.office AS "
        "office, k.at AS answered_at FROM complaints c JOIN journal j ON j.seq = c.seq LEFT JOIN complaint_answers a ON a.seq "
        "= ?2 LEFT JOIN journal k ON k.seq = a.seq WHERE c.seq = ?1",
    [STATEMENT_SAID_COMPLAINT] = SAID_COMPLAINTS(SAME_CONTENT, "HAVING max(seq = ?1)") "SELECT number, times FROM said",
    [STATEMENT_CORRECTIONS] =
        "SELECT c.seq AS seq, row_number() OVER (ORDER BY c.seq) AS number, j.at AS at, c.department AS department, c.matter "
        "AS matter, c.ground AS ground, c.task AS task, "
        "c.rule AS rule, "
        "coalesce(s.due_on, c.due_on) AS due_on, c.office AS office, c.person AS person, s.step AS step, s.why AS why, "
        "s.office || '/' || s.person AS who, k.at AS changed_at, (SELECT count(*) FROM correction_steps x JOIN journal y ON "
        "y.seq = x.seq WHERE x.correction = c.seq AND x.step = 'relapsed' AND y.at < ?1) AS relapses FROM corrections c JOIN "
        "journal j ON j.seq = c.seq LEFT JOIN correction_steps s ON s.seq = (SELECT max(x.seq) FROM correction_steps x JOIN "
        "journal y ON y.seq = x.seq WHERE x.correction = c.seq AND y.at < ?1) LEFT JOIN journal k ON k.seq = s.seq WHERE j.at "
        "< "
        "?1 ORDER BY iif(?2, s.step IS 'done', 0), iif(?2, -c.seq, c.seq)",
    [STATEMENT_MONTH_HEAD] = "SELECT seq, hash FROM journal WHERE seq <= (SELECT max(seq) FROM journal WHERE at < ?1) "
                             "ORDER BY seq DESC LIMIT 1",

    [STATEMENT_HISTORY_TOPIC] =
        "SELECT s.id AS id, s.issuer AS issuer, n.township AS township FROM tasks t CROSS JOIN standing s ON s.task = t.seq "
        "CROSS JOIN task_townships n ON n.task = t.seq WHERE t.day >> 5 = ?1 AND t.topic = ?2 AND t.day BETWEEN ?3 AND ?4 AND "
        "s.id <> ?5 AND " REACHED("?6") " ORDER BY t.day DESC",
    [STATEMENT_HISTORY_FORM] =
        "SELECT s.id AS id, s.issuer AS issuer, n.township AS township FROM task_forms f CROSS JOIN standing s ON s.task = "
        "f.task "
        "CROSS JOIN task_townships n ON n.task = f.task WHERE f.day >> 5 = ?1 AND f.form = ?2 AND f.day BETWEEN ?3 AND ?4 AND "
        "s.id <> ?5 AND " REACHED("?6") " ORDER BY f.day DESC",
    [STATEMENT_HISTORY_ASSESSMENTS] = TOWNSHIP_HITS("day", "n.assesses = 1"),
    [STATEMENT_HISTORY_VISITS] = TOWNSHIP_HITS("visit", "n.visit IS NOT NULL"),
    [STATEMENT_HISTORY_MEETINGS] = TOWNSHIP_HITS("meeting", "n.meeting IS NOT NULL"),
    [STATEMENT_KEPT_ASSESSMENTS] = KEPT_HITS("day", "n.assesses = 1"),
    [STATEMENT_KEPT_VISITS] = KEPT_HITS("visit", "n.visit IS NOT NULL"),
    [STATEMENT_KEPT_MEETINGS] = KEPT_HITS("meeting", "n.meeting IS NOT NULL"),
    [STATEMENT_KEPT_MOVES] = "SELECT seq, " TAKES("m") " AS takes FROM moves m WHERE id = ?1 ORDER BY seq",
    [STATEMENT_SEEN_TOPICS] = "SELECT topic, seq FROM tasks WHERE day >> 5 = ?1 AND day IS NOT NULL LIMIT ?2",
    [STATEMENT_SEEN_FORMS] = "SELECT form, task FROM task_forms WHERE day >> 5 = ?1 AND day IS NOT NULL LIMIT ?2",

    [STATEMENT_STAND] =
        "INSERT INTO standing (task, id, issuer, decision, state, due_on, due_why, runs_out, ended, due_at, item) SELECT a, b, "
        "c, d, e, f, g, f, 0, h, i FROM feed_standing",
    [STATEMENT_STAND_ANEW] = "INSERT OR REPLACE INTO standing SELECT * FROM standing_anew WHERE task = ?1",

    [STATEMENT_FIND_ROLLED] = "SELECT r.task AS task, r.month AS month, r.department AS department, r.townships AS townships, "
                              "r.share AS share FROM tasks t JOIN rolled r ON r.task = t.seq WHERE t.id = ?1",
    [STATEMENT_ADD_ROLLED] = "INSERT INTO rolled (task, month, department, townships, share, day, entered_at, brief) SELECT a, "
                             "b, c, d, e, f, g, h FROM "
                             "feed_rolled",
    [STATEMENT_DROP_ROLLED] = "DELETE FROM rolled WHERE task = ?1",
    [STATEMENT_FIND_SUMS] = "SELECT sums FROM month_sums WHERE month = ?1 AND township = ?2 AND department = ?3",
    [STATEMENT_PUT_SUMS] = "INSERT INTO month_sums (month, township, department, sums) VALUES (?1, ?2, ?3, ?4) "
                           "ON CONFLICT DO UPDATE SET sums = excluded.sums",
    [STATEMENT_SUMS] = "SELECT month, township, department, sums FROM month_sums WHERE month BETWEEN ?1 AND ?2 "
                       "ORDER BY month, township, department",
    /* Neither the wide rows of tasks nor those of the journal are looked at, but for what an earlier form rolled. */
    [STATEMENT_MONTH_TASKS] =
        "SELECT s.task AS seq, s.id AS id, s.issuer AS issuer, coalesce(r.day, (SELECT t.day FROM tasks t WHERE t.seq = "
        "s.task)) "
        "AS day, coalesce(r.entered_at, (SELECT j.at FROM journal j WHERE j.seq = s.task)) AS at, r.share AS share, r.brief AS "
        "brief, d.verdict AS verdict, d.item AS item, v.list AS list, m.to_state AS state FROM standing s LEFT JOIN rolled r "
        "ON "
        "r.task = s.task LEFT JOIN decisions d ON d.seq = s.decision LEFT JOIN versions v ON v.seq = d.versions LEFT JOIN "
        "moves m "
        "ON m.seq = s.move WHERE s.task IN (SELECT x.seq FROM tasks x WHERE x.day >> 5 BETWEEN ?1 AND ?2 AND x.day BETWEEN ?3 "
        "AND ?4 AND x.day IS NOT NULL) AND s.next IS NULL ORDER BY s.task",
    [STATEMENT_FACTS] = "SELECT plain(facts) AS facts FROM tasks WHERE seq = ?1",
    [STATEMENT_OTHER_MINUTE] = "SELECT max(seq) AS seq FROM (SELECT seq FROM journal WHERE seq > ?1 AND seq < ?2 AND at <> ?3 "
                               "ORDER BY seq DESC LIMIT 1)",
    [STATEMENT_MONTH_ROWS] = "SELECT seq FROM tasks WHERE day >> 5 BETWEEN ?1 AND ?2 AND day BETWEEN ?3 AND ?4 AND day IS NOT "
                             "NULL ORDER BY seq",
    [STATEMENT_DECIDED] =
        "SELECT t.seq AS seq, t.id AS id, plain(t.facts) AS facts, d.seq AS decision, j.at AS at, d.as_of AS as_of, d.verdict "
        "AS "
        "verdict, d.item AS item FROM tasks t JOIN standing s ON s.task = t.seq LEFT JOIN decisions d ON d.seq = s.decision "
        "LEFT "
        "JOIN journal j ON j.seq = d.seq WHERE t.seq IN (SELECT x.seq FROM tasks x WHERE x.day >> 5 BETWEEN ?1 AND ?2 AND "
        "x.day "
        "BETWEEN ?3 AND ?4 AND x.day IS NOT NULL) AND t.seq BETWEEN ?5 AND ?6 AND s.next IS NULL ORDER BY t.seq",
    [STATEMENT_RECORD] = "SELECT plain(record) AS record FROM decisions WHERE seq = ?1",
    [STATEMENT_ENDED] =
        "SELECT t.id AS id, t.title AS title, t.issuer_name AS issuer, t.item AS item, t.topic AS topic, t.day AS day, "
        "t.end_at AS moment, t.kind AS kind, NULL AS facts, NULL AS state FROM tasks t JOIN standing s ON s.task = t.seq WHERE "
        "t.end_at >= ?1 AND t.end_at < ?2 AND s.next IS NULL ORDER BY t.seq",
    [STATEMENT_REFUSED] =
        "SELECT t.id AS id, t.title AS title, t.issuer_name AS issuer, t.topic AS topic, t.day AS day, plain(t.facts) AS "
        "facts, "
        "m.to_state AS state, j.at AS moment, s.item AS item FROM moves m JOIN tasks t ON t.seq = m.task JOIN standing s ON "
        "s.task = t.seq JOIN journal j ON j.seq = m.seq "
        "WHERE m.to_state IN ('refused', 'refusal_sent', 'objected', 'revoked', 'changed', 'withdrawn', 'reassigned') "
        "AND j.at >= ?1 AND j.at < ?2 ORDER BY m.seq",
    [STATEMENT_UNDATED] =
        "SELECT count(*) AS count FROM tasks t JOIN standing s ON s.task = t.seq WHERE t.day IS NULL AND s.next IS NULL",
    [STATEMENT_DAYS] =
        "SELECT (SELECT min(day) FROM tasks WHERE day IS NOT NULL AND day >> 5 = (SELECT min(day >> 5) FROM tasks "
        "WHERE day IS NOT NULL)) AS first, (SELECT max(day) FROM tasks WHERE day IS NOT NULL AND day >> 5 = "
        "(SELECT max(day >> 5) FROM tasks WHERE day IS NOT NULL)) AS last",

    /* What is about a task is held against all its versions: an older one may have gone with it. Who is refused was entered. */
    [STATEMENT_MONTHS_CHANGED] =
        "SELECT CASE WHEN (SELECT 'sha256:' || lower(hex(hash)) FROM journal WHERE seq = ?1) IS NOT ?2 THEN 1 WHEN (SELECT "
        "max(seq) FROM journal) - ?1 > ?5 THEN 1 ELSE EXISTS (SELECT 1 FROM journal j WHERE j.seq > ?1 AND CASE WHEN j.kind IN "
        "('task', 'decision', 'move') THEN EXISTS (SELECT 1 FROM tasks t JOIN journal e ON e.seq = t.seq WHERE t.id = (SELECT "
        "x.id FROM tasks x WHERE x.seq = iif(j.kind = 'task', j.seq, j.about)) AND (t.day IS NULL OR t.day <= ?3 OR t.end_at < "
        "?4 OR e.at < ?4)) WHEN j.kind IN ('correction', 'step') THEN j.at < ?4 ELSE j.kind NOT IN ('versions', 'waiver', "
        "'seal') END) END AS changed",

    [STATEMENT_ROW_OF] = "SELECT content, hash FROM journal WHERE seq = ?1",
    [STATEMENT_CUT] = "SELECT seq, hash, (SELECT at FROM journal x WHERE x.seq <= j.seq AND x.kind <> 'complaint' ORDER BY "
                      "x.seq DESC LIMIT 1) AS latest FROM journal j WHERE seq <= ?1 ORDER BY seq DESC LIMIT 1",
    [STATEMENT_CHECK_FILE] = "PRAGMA integrity_check (1)",
    [STATEMENT_FIND_ONCE] = "SELECT content, answer FROM once WHERE key = ?1",
    [STATEMENT_ADD_ONCE] = "INSERT INTO once (key, content, day, answer) VALUES (?1, ?2, ?3, ?4)",
    [STATEMENT_FORGET_ONCE] = "DELETE FROM once WHERE day < ?1",

    [STATEMENT_ALL_JOURNAL] = "SELECT seq, kind, at, about, content, hash FROM journal" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_TASKS] = "SELECT seq, NULL AS about, " TASK_COLUMNS "plain(facts) FROM tasks" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_TOWNSHIPS] =
        "SELECT task, place, " TOWNSHIP_COLUMNS " FROM task_townships" SPAN("task") " ORDER BY task, place",
    [STATEMENT_ALL_FORMS] = "SELECT task, place, " FORM_COLUMNS " FROM task_forms" SPAN("task") " ORDER BY task, place",
    [STATEMENT_ALL_VERSIONS] = "SELECT seq, NULL AS about, " VERSIONS_COLUMNS " FROM versions" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_DECISIONS] =
        "SELECT seq, task AS about, versions, " DECISION_COLUMNS "plain(record) FROM decisions" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_FINDINGS] =
        "SELECT decision, place, " FINDING_COLUMNS " FROM findings" SPAN("decision") " ORDER BY decision, place",
    [STATEMENT_ALL_MOVES] = "SELECT seq, task AS about, " MOVE_COLUMNS " FROM moves" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_WAIVERS] = "SELECT seq, NULL AS about, " WAIVER_COLUMNS " FROM waivers" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_COMPLAINTS] = "SELECT seq, NULL AS about, " COMPLAINT_COLUMNS " FROM complaints" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_SEALS] = "SELECT seq, NULL AS about, " SEAL_COLUMNS " FROM seals" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_ANSWERS] =
        "SELECT seq, complaint AS about, " ANSWER_COLUMNS " FROM complaint_answers" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_CORRECTIONS] =
        "SELECT seq, NULL AS about, " CORRECTION_COLUMNS " FROM corrections" SPAN("seq") " ORDER BY seq",
    [STATEMENT_ALL_STEPS] =
        "SELECT seq, correction AS about, " STEP_COLUMNS " FROM correction_steps" SPAN("seq") " ORDER BY seq",
};

quanze_status statement_ready(struct ledger *ledger, enum statement which, sqlite3_stmt **out, struct quanze_error *error) {
    sqlite3_stmt **slot = &ledger->statements[which];
    if (!*slot) {
        int code = sqlite3_prepare_v3(ledger->db, SQL[which], -1, SQLITE_PREPARE_PERSISTENT, slot, NULL);
        if (code != SQLITE_OK) return ledger_failed(ledger, code, error);
    }
    (void)sqlite3_reset(*slot); /* tells only what went wrong in the run before */
    *out = *slot;
    return QUANZE_OK;
}

void statement_bind(sqlite3_stmt *statement, int from, const struct cell *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct cell *cell = &cells[i];
        int at = from + (int)i;
        switch (cell->kind) {
        case CELL_NULL: (void)sqlite3_bind_null(statement, at); break;
        case CELL_INTEGER: (void)sqlite3_bind_int64(statement, at, cell->number); break;
        case CELL_TEXT:
            (void)sqlite3_bind_text64(statement, at, cell->bytes.at, cell->bytes.length, SQLITE_STATIC, SQLITE_UTF8);
            break;
        case CELL_BLOB: (void)sqlite3_bind_blob64(statement, at, cell->bytes.at, cell->bytes.length, SQLITE_STATIC); break;
        }
    }
}

quanze_status statement_step(struct ledger *ledger, sqlite3_stmt *statement, bool *row, struct quanze_error *error) {
    int code = sqlite3_step(statement);
    *row = code == SQLITE_ROW;
    if (code == SQLITE_ROW || code == SQLITE_DONE) return QUANZE_OK;
    quanze_status status = ledger_failed(ledger, code, error);
    (void)sqlite3_reset(statement);
    return status;
}

quanze_status statement_finish(struct ledger *ledger, sqlite3_stmt *statement, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    bool row = true;
    while (status == QUANZE_OK && row) status = statement_step(ledger, statement, &row, error);
    if (status == QUANZE_OK) (void)sqlite3_reset(statement);
    return status;
}
