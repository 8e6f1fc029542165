/* test_tasks.c - tasks as they stand: in which order, and page by page. */
#include <ledger/support.h>

#include <stdio.h>

#define TODAY ((int64_t)20648 * DAY_MINUTES)

static const struct paper PAPER = {.title = "通知", .issuer = "县消防大队", .township = "木塘垸镇", .item = "B-020"};

/* A paper that ends at a minute, or at none. */
static int64_t add_due(struct shelf *shelf, const char *id, int64_t due) {
    struct paper paper = PAPER;
    paper.id = id;
    paper.due = due;
    return add_paper(shelf, &paper);
}

/* So many in one transaction, their ids `name`-0, -1 ... */
static void add_many(struct shelf *shelf, const char *name, int64_t due, int count) {
    struct quanze_error error;
    assert_int_equal(ledger_begin(shelf->ledger, &error), QUANZE_OK);
    for (int i = 0; i < count; i++) {
        char id[24];
        struct ledger_task row;
        struct ledger_added added;
        struct paper paper = PAPER;
        (void)snprintf(id, sizeof id, "%s-%d", name, i);
        paper.id = id;
        paper.due = due;
        paper_row(shelf, &paper, &row);
        assert_int_equal(ledger_add_task(shelf->ledger, &row, NOW, &added, &error), QUANZE_OK);
    }
    assert_int_equal(ledger_commit(shelf->ledger, &error), QUANZE_OK);
}

/* Ids one behind the other, and the last row. */
struct told {
    char ids[200];
    int64_t last;
};

static quanze_status tell(void *payload, const struct ledger_task_line *line, struct quanze_error *error) {
    struct told *told = payload;
    (void)error;
    (void)snprintf(told->ids + strlen(told->ids), sizeof told->ids - strlen(told->ids), "%.*s ", (int)line->id.length,
                   line->id.at);
    told->last = line->seq;
    return QUANZE_OK;
}

static const char *listed(struct shelf *shelf, struct ledger_task_filter filter, int state, struct told *told) {
    struct quanze_error error;
    *told = (struct told){.ids = ""};
    filter.now = TODAY;
    filter.state = state;
    assert_int_equal(ledger_list_tasks(shelf->ledger, &filter, tell, told, &error), QUANZE_OK);
    return told->ids;
}

static void fill(struct shelf *shelf) {
    (void)add_due(shelf, "none-1", 0);
    (void)add_due(shelf, "later", TODAY + 3 * DAY_MINUTES);
    (void)add_due(shelf, "long-over", TODAY - 90 * DAY_MINUTES);
    (void)add_due(shelf, "today-1", TODAY + 600);
    (void)add_due(shelf, "today-2", TODAY + 600);
    (void)add_due(shelf, "just-over", TODAY - 1);
    (void)add_due(shelf, "none-2", 0);
    (void)add_due(shelf, "done", TODAY + 10);
    add_move(shelf, "done", STATE_WITHDRAWN, OFFICE_DEPARTMENT, DAY_NONE, NULL);
    (void)add_due(shelf, "changed", TODAY + 5);
    (void)add_due(shelf, "changed", TODAY + 9 * DAY_MINUTES); /* another version has more time */
}

static void what_runs_out_first_comes_first(void **state) {
    struct told told;
    fill(*state);
    assert_string_equal(listed(*state, (struct ledger_task_filter){.order = LEDGER_TASKS_URGENT}, -1, &told),
                        "today-1 today-2 later changed just-over long-over none-2 none-1 ");
    assert_string_equal(listed(*state, (struct ledger_task_filter){.order = LEDGER_TASKS_OVERDUE}, -1, &told),
                        "just-over long-over ");
    assert_string_equal(listed(*state, (struct ledger_task_filter){.order = LEDGER_TASKS_NEWEST}, -1, &told),
                        "changed none-2 just-over today-2 today-1 long-over later none-1 ");
    assert_string_equal(
        listed(*state, (struct ledger_task_filter){.order = LEDGER_TASKS_URGENT, .township = STR("柳溪乡")}, -1, &told), "");
}

static bool wants_all(void *payload, struct str issuer) {
    (void)payload;
    return str_equal(issuer, STR("县消防大队"));
}

/* However they are gathered: by their township, by a state, or of an issuer. */
static void each_way_of_asking_has_the_same_order(void **state) {
    static const char SAME[] = "today-1 today-2 later changed just-over long-over none-2 none-1 ";
    struct told told;
    fill(*state);
    const struct ledger_task_filter urgent = {.order = LEDGER_TASKS_URGENT};
    struct ledger_task_filter to = urgent, of = urgent;
    to.township = STR("木塘垸镇");
    of.wants_issuer = wants_all;
    assert_string_equal(listed(*state, to, -1, &told), SAME);
    assert_string_equal(listed(*state, of, -1, &told), SAME);
    assert_string_equal(listed(*state, urgent, STATE_SUBMITTED, &told), SAME);
    assert_string_equal(listed(*state, to, STATE_SUBMITTED, &told), SAME);
    assert_string_equal(listed(*state, to, STATE_WITHDRAWN, &told), "done ");
    to.order = LEDGER_TASKS_OVERDUE;
    assert_string_equal(listed(*state, to, -1, &told), "just-over long-over ");
    to.order = of.order = LEDGER_TASKS_NEWEST;
    static const char NEWEST[] = "changed none-2 just-over today-2 today-1 long-over later none-1 ";
    assert_string_equal(listed(*state, to, -1, &told), NEWEST);
    assert_string_equal(listed(*state, of, -1, &told), NEWEST);
    assert_string_equal(listed(*state, to, STATE_SUBMITTED, &told), NEWEST);
    assert_string_equal(listed(*state, of, STATE_WITHDRAWN, &told), "done ");
}

/* So many that no way of asking gathers them: they are walked by the end of their time. */
static void many_are_walked_in_the_same_order(void **state) {
    static const char SOONEST[] = "today-1 today-2 later changed just-over long-over ";
    static const struct {
        struct ledger_task_filter filter;
        int state;
    } CASES[] = {{{.wants_issuer = NULL}, -1},
                 {{.wants_issuer = NULL}, STATE_SUBMITTED},
                 {{.township = STR_INIT("木塘垸镇")}, -1},
                 {{.township = STR_INIT("木塘垸镇")}, STATE_SUBMITTED},
                 {{.wants_issuer = wants_all}, -1},
                 {{.item = STR_INIT("B-020")}, -1}};
    enum { MANY = 20000 };
    fill(*state);
    add_many(*state, "many", 0, MANY);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct told told;
        struct ledger_task_filter filter = CASES[i].filter;
        filter.order = LEDGER_TASKS_URGENT;
        filter.most = 6;
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), SOONEST);
        filter.before = told.last;
        filter.most = 2;
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), "many-19999 many-19998 ");
        filter.before = 0;
        filter.most = 0;
        filter.order = LEDGER_TASKS_OVERDUE;
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), "just-over long-over ");
        filter.order = LEDGER_TASKS_NEWEST;
        filter.most = 2;
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), "many-19999 many-19998 ");
        filter.before = told.last;
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), "many-19997 many-19996 ");
        filter.before = 0;
        filter.order = LEDGER_TASKS_OVERDUE;
        filter.township = STR("柳溪乡");
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), "");
    }
}

/* What goes on is found among many that have ended; with these, both are in one order. */
static void the_ended_are_not_walked_through(void **state) {
    enum { MANY = 5000 };
    struct told told;
    fill(*state);
    add_many(*state, "open", TODAY + 30 * DAY_MINUTES, MANY);
    for (int i = 0; i < MANY; i += 1000) {
        char id[24];
        (void)snprintf(id, sizeof id, "ended-%d", i);
        (void)add_due(*state, id, TODAY + i);
        add_move(*state, id, STATE_WITHDRAWN, OFFICE_DEPARTMENT, DAY_NONE, NULL);
    }
    struct ledger_task_filter filter = {.order = LEDGER_TASKS_URGENT, .most = 5};
    assert_string_equal(listed(*state, filter, -1, &told), "today-1 today-2 later changed open-0 ");
    filter.with_ended = true;
    assert_string_equal(listed(*state, filter, -1, &told), "ended-0 done today-1 today-2 ended-1000 ");
    filter.before = told.last;
    assert_string_equal(listed(*state, filter, -1, &told), "ended-2000 ended-3000 ended-4000 later changed ");
    filter.before = 0;
    assert_string_equal(listed(*state, filter, STATE_WITHDRAWN, &told), "ended-0 done ended-1000 ended-2000 ended-3000 ");
}

/* By the item that they were judged by, else by the one that they claim: however many came after them, in every order. */
static void tasks_are_found_by_their_item(void **state) {
    struct told told;
    struct paper paper = PAPER;
    const struct ledger_task_filter on = {.item = STR("C-014")};
    struct ledger_task_filter filter = on;
    fill(*state);
    (void)add_decision(*state, add_due(*state, "judged", TODAY + 9), "admit", "cooperative", NULL, DAY_NONE);
    paper.id = "claimed";
    paper.item = "C-014";
    paper.issuer = "县应急局";
    paper.township = "柳溪乡";
    (void)add_paper(*state, &paper);
    (void)add_due(*state, "another", TODAY + 8);
    paper.id = "gone";
    (void)add_paper(*state, &paper);
    add_move(*state, "gone", STATE_WITHDRAWN, OFFICE_DEPARTMENT, DAY_NONE, NULL);
    assert_string_equal(listed(*state, filter, -1, &told), "claimed judged ");
    filter.with_ended = true;
    assert_string_equal(listed(*state, filter, -1, &told), "gone claimed judged ");
    assert_string_equal(listed(*state, filter, STATE_WITHDRAWN, &told), "gone ");
    filter.order = LEDGER_TASKS_URGENT;
    assert_string_equal(listed(*state, filter, -1, &told), "judged gone claimed ");
    for (int order = LEDGER_TASKS_NEWEST; order <= LEDGER_TASKS_URGENT; order++) {
        filter = on;
        filter.order = (enum ledger_task_order)order;
        filter.township = STR("柳溪乡");
        assert_string_equal(listed(*state, filter, -1, &told), "claimed ");
        filter.township = STR("");
        filter.wants_issuer = wants_all;
        assert_string_equal(listed(*state, filter, -1, &told), "judged ");
    }
    assert_int_equal(standing_differences(*state), 0);
}

/* Pages of any size, one behind the other, are the whole list: nothing twice, nothing left out. */
static void pages_follow_each_other(void **state) {
    static const struct {
        struct ledger_task_filter filter;
        int state;
    } CASES[] = {{{.order = LEDGER_TASKS_NEWEST}, -1},
                 {{.order = LEDGER_TASKS_URGENT}, -1},
                 {{.order = LEDGER_TASKS_OVERDUE}, -1},
                 {{.order = LEDGER_TASKS_URGENT}, STATE_SUBMITTED},
                 {{.order = LEDGER_TASKS_URGENT, .wants_issuer = wants_all}, -1},
                 {{.order = LEDGER_TASKS_URGENT, .township = STR_INIT("木塘垸镇")}, -1},
                 {{.order = LEDGER_TASKS_OVERDUE, .township = STR_INIT("木塘垸镇")}, -1}};
    fill(*state);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        for (size_t most = 1; most < 5; most++) {
            struct told whole, page;
            struct ledger_task_filter filter = CASES[i].filter;
            char joined[200] = "";
            (void)listed(*state, filter, CASES[i].state, &whole);
            filter.most = most;
            do {
                (void)listed(*state, filter, CASES[i].state, &page);
                strcat(joined, page.ids);
                filter.before = page.last;
            } while (page.ids[0]);
            assert_string_equal(joined, whole.ids);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_runs_out_first_comes_first, shelf_open, shelf_close),
        cmocka_unit_test_setup_teardown(each_way_of_asking_has_the_same_order, shelf_open, shelf_close),
        cmocka_unit_test_setup_teardown(many_are_walked_in_the_same_order, shelf_open, shelf_close),
        cmocka_unit_test_setup_teardown(the_ended_are_not_walked_through, shelf_open, shelf_close),
        cmocka_unit_test_setup_teardown(tasks_are_found_by_their_item, shelf_open, shelf_close),
        cmocka_unit_test_setup_teardown(pages_follow_each_other, shelf_open, shelf_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
