#include <ledger/support.h>

#include <ledger/inside.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct shelf SHELF;

int shelf_open(void **state) {
    struct quanze_error error;
    SHELF = (struct shelf){0};
    (void)snprintf(SHELF.folder, sizeof SHELF.folder, "/tmp/quanze-ledger-XXXXXX");
    if (!mkdtemp(SHELF.folder)) return -1;
    (void)snprintf(SHELF.path, sizeof SHELF.path, "%s/ledger.db", SHELF.folder);
    *state = &SHELF;
    return ledger_open(SHELF.path, LEDGER_CREATE, &SHELF.ledger, &error) == QUANZE_OK ? 0 : -1;
}

int shelf_close(void **state) {
    struct shelf *shelf = *state;
    char command[96];
    ledger_close(shelf->ledger);
    arena_free(&shelf->arena);
    (void)snprintf(command, sizeof command, "chmod -R u+w %s; rm -rf %s", shelf->folder, shelf->folder);
    return system(command);
}

void shelf_reopen(struct shelf *shelf, enum ledger_access access) {
    struct quanze_error error = {0};
    ledger_close(shelf->ledger);
    shelf->ledger = NULL;
    if (ledger_open(shelf->path, access, &shelf->ledger, &error) != QUANZE_OK) fail_msg("%s", error.en);
}

static void set_text(struct task *task, enum fact_id fact, const char *text) {
    if (text) task_set(task, fact, value_of_text(str_of(text)));
}

static void set_choice(struct task *task, enum fact_id fact, const char *word) {
    if (!word) return;
    int index = choice_find(fact_at(fact)->choices, str_of(word));
    assert_true(index >= 0);
    task_set(task, fact, value_number(index));
}

static void set_day(struct task *task, enum fact_id fact, int32_t day) {
    if (day != DAY_NONE && day != 0) task_set(task, fact, value_number((int64_t)day * DAY_MINUTES + 540));
}

static void set_form(struct task *task, const char *name, struct arena *arena) {
    const struct fact_info *info = fact_at(FACT_ID_DEMANDS_FORMS);
    if (!name) return;
    struct value *row = arena_take_array(arena, info->field_count, sizeof *row);
    for (size_t i = 0; i < info->field_count; i++)
        if (str_equal(info->fields[i].name, STR("name"))) row[i] = value_of_text(str_of(name));
    task_set(task, FACT_ID_DEMANDS_FORMS, (struct value){.items = row, .count = 1, .state = VALUE_GIVEN});
}

void paper_row(struct shelf *shelf, const struct paper *paper, struct ledger_task *out) {
    static struct task task;
    struct value township = value_of_text(str_of(paper->township));
    struct history_keys keys;
    task_clear(&task);
    set_text(&task, FACT_ID_ID, paper->id);
    set_text(&task, FACT_ID_TITLE, paper->title);
    set_text(&task, FACT_ID_ISSUER_NAME, paper->issuer);
    set_choice(&task, FACT_ID_ISSUER_KIND, paper->issuer_kind);
    set_choice(&task, FACT_ID_KIND, paper->kind);
    if (paper->item) set_text(&task, FACT_ID_ITEM, paper->item);
    if (paper->body) set_text(&task, FACT_ID_BODY, paper->body);
    set_day(&task, FACT_ID_RECEIVED_AT, paper->day);
    set_day(&task, FACT_ID_INSPECTION_AT, paper->visit);
    set_day(&task, FACT_ID_MEETING_AT, paper->meeting);
    set_day(&task, FACT_ID_END_AT, paper->end);
    if (paper->due) task_set(&task, FACT_ID_DUE_AT, value_number(paper->due));
    set_form(&task, paper->form, &shelf->arena);
    if (paper->township)
        task_set(&task, FACT_ID_TOWNSHIPS, (struct value){.items = &township, .count = 1, .state = VALUE_GIVEN});
    assert_true(history_keys_make(&task, paper->day ? paper->day : DAY_NONE, &shelf->arena, &keys));
    char facts[256];
    (void)snprintf(facts, sizeof facts, "{\"id\":\"%s\",\"title\":\"%s\"}", paper->id, paper->title ? paper->title : "");
    assert_true(ledger_task_make(&task, &keys, str_of(paper->facts ? paper->facts : facts), &shelf->arena, out));
}

#define CHECKED(call)                                                                                                          \
    do {                                                                                                                       \
        struct quanze_error error = {0};                                                                                       \
        if ((call) != QUANZE_OK) fail_msg("%s", error.en);                                                                     \
    } while (0)

int64_t add_paper(struct shelf *shelf, const struct paper *paper) {
    struct ledger_task row;
    struct ledger_added added = {0};
    paper_row(shelf, paper, &row);
    CHECKED(ledger_begin(shelf->ledger, &error));
    CHECKED(ledger_add_task(shelf->ledger, &row, NOW, &added, &error));
    CHECKED(ledger_commit(shelf->ledger, &error));
    return added.seq;
}

int64_t add_decision(struct shelf *shelf, int64_t task, const char *verdict, const char *item_kind, const char *ground,
                     int64_t papers_due) {
    struct ledger_versions versions = {
        .engine = STR("0.1.0"), .list = STR("sha256:l"), .rules = STR("sha256:r"), .thesaurus = STR("sha256:t")};
    const struct ledger_finding finding = {.rule = STR("POWER-001"),
                                           .family = STR("power"),
                                           .status = STR("fail"),
                                           .level = STR("block"),
                                           .ground = str_of(ground),
                                           .basis = STR("行政处罚法 第二十四条"),
                                           .message = STR("没有处罚权")};
    struct ledger_decision decision = {.versions = &versions,
                                       .as_of = 20648,
                                       .papers_due = papers_due,
                                       .verdict = str_of(verdict),
                                       .item = STR("C-014"),
                                       .item_kind = str_of(item_kind),
                                       .record = STR("{}"),
                                       .findings = &finding,
                                       .finding_count = ground ? 1 : 0};
    struct ledger_added added = {0};
    ledger_versions_finish(&versions);
    ledger_decision_finish(&decision);
    CHECKED(ledger_begin(shelf->ledger, &error));
    CHECKED(ledger_add_decision(shelf->ledger, &(struct ledger_added){.seq = task, .is_duplicate = true}, &decision, NOW,
                                &added, &error));
    CHECKED(ledger_commit(shelf->ledger, &error));
    return added.seq;
}

void add_move(struct shelf *shelf, const char *id, enum state_id to, enum office role, int32_t due_on, const char *due_why) {
    struct ledger_case now = {0};
    struct ledger_added added;
    CHECKED(ledger_begin(shelf->ledger, &error));
    CHECKED(ledger_read_case(shelf->ledger, str_of(id), &shelf->arena, &now, &error));
    const struct ledger_move move = {.task = now.task,
                                     .id = str_of(id),
                                     .from = now.life.state,
                                     .to = to,
                                     .role = role,
                                     .office = STR("县编办"),
                                     .person = STR("张三"),
                                     .why = STR("测试"),
                                     .due_on = due_on,
                                     .due_why = str_of(due_why)};
    CHECKED(ledger_add_move(shelf->ledger, &move, NOW, &added, &error));
    CHECKED(ledger_commit(shelf->ledger, &error));
}

static void drop_triggers(sqlite3 *db) {
    char *all = NULL;
    sqlite3_stmt *statement;
    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT group_concat('DROP TRIGGER ' || name, '; ') FROM sqlite_schema WHERE type = 'trigger'",
                           -1, &statement, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    const char *text = (const char *)sqlite3_column_text(statement, 0);
    all = text ? strdup(text) : NULL;
    (void)sqlite3_finalize(statement);
    if (all) assert_int_equal(sqlite3_exec(db, all, NULL, NULL, NULL), SQLITE_OK);
    free(all);
}

void tamper(struct shelf *shelf, const char *sql) {
    sqlite3 *db;
    ledger_close(shelf->ledger);
    shelf->ledger = NULL;
    assert_int_equal(sqlite3_open(shelf->path, &db), SQLITE_OK);
    drop_triggers(db);
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) fail_msg("%s: %s", sql, message);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    shelf_reopen(shelf, LEDGER_READ);
}

int64_t standing_differences(struct shelf *shelf) {
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_prepare_v2(shelf->ledger->db,
                                        "SELECT (SELECT count(*) FROM (SELECT * FROM standing EXCEPT SELECT * FROM "
                                        "standing_anew)) + (SELECT count(*) FROM (SELECT * FROM standing_anew EXCEPT SELECT * "
                                        "FROM standing)) + (SELECT count(*) <> (SELECT count(*) FROM tasks) FROM standing)",
                                        -1, &statement, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    const int64_t count = sqlite3_column_int64(statement, 0);
    (void)sqlite3_finalize(statement);
    return count;
}

static void note(void *payload, int64_t row, enum ledger_fault fault) {
    struct seen *seen = payload;
    if (seen->count++ > 0) return;
    seen->first_row = row;
    seen->first = fault;
}

void verify(struct shelf *shelf, const char *head, struct seen *out) {
    *out = (struct seen){0};
    CHECKED(ledger_verify(shelf->ledger, str_of(head), note, out, &out->result, &error));
}
