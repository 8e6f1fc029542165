#include <ledger/support.h>

#include <ledger/seal.h>
#include <ledger/verify_span.h>
#include <stdio.h>

static void fill(struct shelf *shelf) {
    static char ids[8][16];
    for (int i = 0; i < 8; i++) {
        (void)snprintf(ids[i], sizeof ids[i], "T-%d", i);
        const struct paper paper = {
            .id = ids[i], .title = "通知", .issuer = "县局", .township = "木塘垸镇", .form = "花名册", .day = 20648 + i};
        int64_t task = add_paper(shelf, &paper);
        add_decision(shelf, task, "hold", "cooperative", "no_power", DAY_NONE);
    }
    add_move(shelf, "T-0", STATE_RETURNED, OFFICE_GATEKEEPER, 20700, "completion_workdays");
}

/* All faults, in their order. */
struct faults {
    size_t count;
    struct verify_fault at[64];
};

static void keep(void *payload, int64_t row, enum ledger_fault fault) {
    struct faults *faults = payload;
    assert_true(faults->count < COUNT(faults->at));
    faults->at[faults->count++] = (struct verify_fault){row, fault};
}

static void look(struct shelf *shelf, int64_t row, const char *head, struct faults *faults, struct ledger_verified *out) {
    struct quanze_error error;
    const struct verify_asked asked = {str_of(head), keep, faults};
    faults->count = 0;
    assert_int_equal(ledger_snapshot(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(verify_split(shelf->ledger, row, &asked, out, &error), QUANZE_OK);
    ledger_roll_back(shelf->ledger);
}

/* Wherever the ledger is cut, two find what one finds. */
static void two_find_the_same(struct shelf *shelf, const char *head) {
    struct faults one, two;
    struct ledger_verified whole, halves;
    look(shelf, 0, head, &one, &whole);
    for (int64_t row = 1; row <= whole.rows + 1; row++) {
        look(shelf, row, head, &two, &halves);
        assert_int_equal(two.count, one.count);
        for (size_t i = 0; i < one.count; i++) {
            assert_int_equal(two.at[i].seq, one.at[i].seq);
            assert_int_equal(two.at[i].fault, one.at[i].fault);
        }
        assert_memory_equal(&halves.head, &whole.head, sizeof whole.head);
        assert_int_equal(halves.rows, whole.rows);
        assert_int_equal(halves.broken, whole.broken);
        assert_int_equal(halves.seals, whole.seals);
        assert_int_equal(halves.clock_jumps, whole.clock_jumps);
    }
}

static void a_whole_ledger_is_whole(void **state) {
    struct shelf *shelf = *state;
    struct seen seen;
    fill(shelf);
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
    assert_int_equal(seen.result.rows, 18); /* 8 tasks, 8 decisions, what they were made by, a move */
}

/* Each hand that changes something is found, and the row is named. */
static void every_change_is_found(void **state) {
    struct shelf *shelf = *state;
    static const struct {
        const char *sql;
        int64_t row; /* 0: any */
        enum ledger_fault fault;
    } CASES[] = {
        {"UPDATE tasks SET title = '别的' WHERE seq = 6", 6, FAULT_CHANGED},
        {"UPDATE tasks SET facts = '{}' WHERE seq = 6", 6, FAULT_CHANGED},
        {"UPDATE task_townships SET township = '别的镇' WHERE task = 6", 6, FAULT_CHANGED},
        {"UPDATE task_townships SET visit = 5 WHERE task = 6", 6, FAULT_CHANGED},
        {"UPDATE task_forms SET name = '别的表' WHERE task = 6", 6, FAULT_CHANGED},
        {"DELETE FROM findings WHERE decision = 7", 7, FAULT_CHANGED},
        {"UPDATE findings SET ground = 'no_funds' WHERE decision = 7", 7, FAULT_CHANGED},
        {"INSERT INTO findings SELECT decision, 1, rule, family, status, level, ground, basis, message FROM findings WHERE "
         "decision = 7",
         7, FAULT_CHANGED},
        {"UPDATE decisions SET verdict = 'admit' WHERE seq = 7", 7, FAULT_CHANGED},
        {"UPDATE versions SET rules = 'sha256:other'", 2, FAULT_CHANGED},
        {"UPDATE versions SET thesaurus = 'sha256:other'", 2, FAULT_CHANGED},
        {"UPDATE versions SET thesaurus = NULL", 2, FAULT_CHANGED},
        {"UPDATE decisions SET task = 4 WHERE seq = 7", 7, FAULT_ABOUT},
        {"UPDATE moves SET why = '别的' WHERE seq = 18", 18, FAULT_CHANGED},
        {"UPDATE journal SET at = at - 5 WHERE seq = 9", 9, FAULT_CHAIN},
        {"UPDATE journal SET about = 1 WHERE seq = 7", 7, FAULT_CHAIN},
        {"UPDATE journal SET hash = zeroblob(32) WHERE seq = 9", 9, FAULT_CHAIN},
        {"DELETE FROM journal WHERE seq = 9", 9, FAULT_MISSING},
        {"DELETE FROM tasks WHERE seq = 8", 8, FAULT_MISSING},
        {"DELETE FROM moves", 18, FAULT_MISSING},
        {"INSERT INTO tasks (seq, id, facts) VALUES (900, 'T-900', '{}')", 900, FAULT_FOREIGN},
        {"INSERT INTO complaints (seq, words) VALUES (5, '添的')", 5, FAULT_FOREIGN},
        {"INSERT INTO task_townships VALUES (7, 0, '添的镇', 1, 0, NULL, NULL)", 7, FAULT_FOREIGN},
        {"UPDATE journal SET seq = 900 WHERE seq = 6; UPDATE journal SET seq = 6 WHERE seq = 8; UPDATE journal SET seq = 8 "
         "WHERE seq = 900",
         6, FAULT_CHAIN},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        void *fresh = shelf;
        struct seen seen;
        if (i > 0) {
            assert_int_equal(shelf_close(&fresh), 0);
            assert_int_equal(shelf_open(&fresh), 0);
            shelf = fresh;
        }
        fill(shelf);
        tamper(shelf, CASES[i].sql);
        verify(shelf, NULL, &seen);
        if (seen.count == 0) fail_msg("not found: %s", CASES[i].sql);
        if (seen.first_row != CASES[i].row || seen.first != CASES[i].fault)
            fail_msg("%s: row %lld, fault %d", CASES[i].sql, (long long)seen.first_row, (int)seen.first);
        two_find_the_same(shelf, NULL);
    }
}

/* Who writes everything anew has a chain that holds, but not the head that others noted. */
static void a_rewritten_whole_is_found_by_its_head(void **state) {
    struct shelf *shelf = *state;
    struct seen first, seen;
    char head[72], form[24];
    fill(shelf);
    verify(shelf, NULL, &first);
    digest_text(&first.result.head, head);
    ledger_short_form(&first.result.head, form);
    add_paper(shelf, &(struct paper){.id = "T-9", .title = "更多", .day = 20660});
    verify(shelf, head, &seen);
    assert_int_equal(seen.count, 0);
    verify(shelf, form, &seen);
    assert_int_equal(seen.count, 0);
    two_find_the_same(shelf, form);

    void *fresh = shelf;
    assert_int_equal(shelf_close(&fresh), 0);
    assert_int_equal(shelf_open(&fresh), 0);
    shelf = fresh;
    add_paper(shelf, &(struct paper){.id = "T-0", .title = "改过的", .day = 20648});
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
    verify(shelf, head, &seen);
    assert_int_equal(seen.first, FAULT_HEAD);
    verify(shelf, form, &seen);
    assert_int_equal(seen.first, FAULT_HEAD);
    two_find_the_same(shelf, form);
}

static void rows_cut_from_the_end_are_found_by_the_head(void **state) {
    struct shelf *shelf = *state;
    struct seen first, seen;
    char head[72];
    fill(shelf);
    verify(shelf, NULL, &first);
    digest_text(&first.result.head, head);
    tamper(shelf, "DELETE FROM moves WHERE seq = 18; DELETE FROM journal WHERE seq = 18");
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
    verify(shelf, head, &seen);
    assert_int_equal(seen.first, FAULT_HEAD);
}

static void seals_are_checked(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct sign_seed seed = {{7}};
    struct ledger_seal seal;
    struct seen seen;
    fill(shelf);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_seal(shelf->ledger, STR("1999-01"), &seed, STR("县编办"), STR("张三"), NOW, &seal, &error),
                     QUANZE_USAGE);
    assert_int_equal(ledger_add_seal(shelf->ledger, STR("2026-13"), &seed, STR("县编办"), STR("张三"), NOW, &seal, &error),
                     QUANZE_USAGE);
    assert_int_equal(ledger_add_seal(shelf->ledger, STR("2026-07"), &seed, STR("县编办"), STR("张三"), NOW, &seal, &error),
                     QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(seal.rows, 18);
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
    assert_int_equal(seen.result.seals, 1);
    two_find_the_same(shelf, NULL);
}

static quanze_status keep_seal(void *payload, const struct ledger_seal_line *line, struct quanze_error *error) {
    bool *early = payload;
    (void)error;
    *early = ledger_seal_is_early(line);
    return QUANZE_OK;
}

/* Seals a month at some minute: what came of it, and whether the month was not over. */
static quanze_status seal_at(struct shelf *shelf, const char *month, int64_t now, bool *early) {
    struct quanze_error error;
    const struct sign_seed seed = {{7}};
    struct ledger_seal seal;
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    const quanze_status status =
        ledger_add_seal(shelf->ledger, str_of(month), &seed, STR("县编办"), STR("张三"), now, &seal, &error);
    if (status == QUANZE_OK)
        assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    else
        ledger_roll_back(shelf->ledger);
    assert_int_equal(ledger_list_seals(shelf->ledger, &(struct ledger_seal_filter){.most = 0}, keep_seal, early, &error),
                     QUANZE_OK);
    return status;
}

/* The month is July 2026, the rows are of its 14th. */
static void months_are_over_or_not(void **state) {
    enum { DAY = 1440, AUGUST = NOW + 18 * DAY };
    struct shelf *shelf = *state;
    bool early = false;
    fill(shelf);
    assert_int_equal(seal_at(shelf, "2026-07", AUGUST - 1, &early), QUANZE_OK);
    assert_true(early);
    assert_int_equal(seal_at(shelf, "2026-07", AUGUST - 1, &early), QUANZE_USAGE);
    assert_int_equal(seal_at(shelf, "2026-07", AUGUST, &early), QUANZE_OK);
    assert_false(early);
    assert_int_equal(seal_at(shelf, "2026-06", NOW, &early), QUANZE_USAGE); /* nothing was written by then */
    assert_int_equal(seal_at(shelf, "2026-09", AUGUST + 1, &early), QUANZE_USAGE);
    assert_int_equal(seal_at(shelf, "2027-01", AUGUST, &early), QUANZE_USAGE);
    /* Nothing was entered since but seals: another seal would say the same. What is dated back into the month is news. */
    assert_int_equal(seal_at(shelf, "2026-07", AUGUST + DAY, &early), QUANZE_USAGE);
    add_paper(shelf, &(struct paper){.id = "T-9", .title = "补记的", .day = 20660});
    assert_int_equal(seal_at(shelf, "2026-07", AUGUST + DAY, &early), QUANZE_OK);
    assert_int_equal(seal_at(shelf, "2026-07", AUGUST + DAY, &early), QUANZE_USAGE);
    /* A clock that went back makes no month of the ledger one to come, but nor does it end it. */
    assert_int_equal(seal_at(shelf, "2026-08", 0, &early), QUANZE_OK);
    assert_true(early);
    assert_int_equal(seal_at(shelf, "2026-09", 0, &early), QUANZE_USAGE);
}

static quanze_status note_seal(void *payload, const struct ledger_seal_line *line, struct quanze_error *error) {
    int *counts = payload;
    (void)error;
    counts[line->holds]++;
    return QUANZE_OK;
}

static void expect_seals(struct shelf *shelf, const char *month, int hold, int fail) {
    struct quanze_error error;
    int counts[2] = {0};
    assert_int_equal(
        ledger_list_seals(shelf->ledger, &(struct ledger_seal_filter){.month = str_of(month)}, note_seal, counts, &error),
        QUANZE_OK);
    assert_int_equal(counts[true], hold);
    assert_int_equal(counts[false], fail);
}

static void seal_month(struct shelf *shelf, const char *month) {
    struct quanze_error error;
    const struct sign_seed seed = {{7}};
    struct ledger_seal seal;
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_seal(shelf->ledger, str_of(month), &seed, STR("县编办"), STR("张三"), NOW, &seal, &error),
                     QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
}

/* A seal whose row, signature or month was touched is shown as one that does not hold. */
static void seals_are_listed(void **state) {
    static const char *const HANDS[] = {"UPDATE journal SET hash = zeroblob(32) WHERE seq = 18",
                                        "UPDATE seals SET signature = zeroblob(64)", "UPDATE seals SET month = '2026-08'",
                                        "UPDATE seals SET rows = 17", "DELETE FROM journal WHERE seq = 18"};
    struct shelf *shelf = *state;
    for (size_t i = 0; i < COUNT(HANDS); i++) {
        void *fresh = shelf;
        if (i > 0) {
            assert_int_equal(shelf_close(&fresh), 0);
            assert_int_equal(shelf_open(&fresh), 0);
            shelf = fresh;
        }
        fill(shelf);
        expect_seals(shelf, "", 0, 0);
        seal_month(shelf, "2026-07");
        expect_seals(shelf, "2026-07", 1, 0);
        expect_seals(shelf, "2026-09", 0, 0);
        tamper(shelf, HANDS[i]);
        expect_seals(shelf, "", 0, 1);
    }
}

static void a_clock_that_jumps_back_is_told(void **state) {
    struct shelf *shelf = *state;
    struct quanze_error error;
    struct ledger_added added;
    struct ledger_task row;
    struct seen seen;
    add_paper(shelf, &(struct paper){.id = "T-1", .title = "先", .day = 20648});
    paper_row(shelf, &(struct paper){.id = "T-2", .title = "后", .day = 20648}, &row);
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW - 60, &added, &error), QUANZE_OK);
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
    assert_int_equal(added.seq, 2);
    verify(shelf, NULL, &seen);
    assert_int_equal(seen.count, 0);
    assert_int_equal(seen.result.clock_jumps, 1);
    two_find_the_same(shelf, NULL);
}

static void short_forms(void **state) {
    struct digest head = {{0}};
    char form[24];
    (void)state;
    for (size_t i = 0; i < sizeof head.bytes; i++) head.bytes[i] = (unsigned char)(17 * i + 3);
    ledger_short_form(&head, form);
    assert_int_equal(strlen(form), 23);
    assert_true(ledger_is_head(str_of(form)));
    assert_true(ledger_names_head(str_of(form), &head));
    for (size_t i = 0; form[i]; i++)
        if (form[i] >= 'A' && form[i] <= 'Z') form[i] = (char)(form[i] + 32);
    assert_true(ledger_names_head(str_of(form), &head));
    head.bytes[12] ^= 0x80; /* the last of its 100 bits stands before */
    assert_false(ledger_names_head(str_of(form), &head));
    assert_false(ledger_is_head(STR("")));
    assert_false(ledger_is_head(STR("sha256:12")));
    assert_false(ledger_is_head(STR("UUUUU-UUUUU-UUUUU-UUUUU")));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, shelf_open, shelf_close)
    const struct CMUnitTest tests[] = {TEST(a_whole_ledger_is_whole),
                                       TEST(every_change_is_found),
                                       TEST(a_rewritten_whole_is_found_by_its_head),
                                       TEST(rows_cut_from_the_end_are_found_by_the_head),
                                       TEST(seals_are_checked),
                                       TEST(months_are_over_or_not),
                                       TEST(seals_are_listed),
                                       TEST(a_clock_that_jumps_back_is_told),
                                       cmocka_unit_test(short_forms)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
