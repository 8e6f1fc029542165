/* test_tasks.c - tasks as they stand: in which order, and page by page. */
#include <ledger/support.h>

#include <stdio.h>

#define TODAY ((int64_t)20648 * DAY_MINUTES)

/* A paper that ends at a minute, or at none. */
static void add_due(struct shelf *shelf, const char *id, int64_t due) {
    (void)add_paper(shelf,
                    &(struct paper){.id = id, .title = "通知", .issuer = "县消防大队", .township = "木塘垸镇", .due = due});
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
    add_due(shelf, "none-1", 0);
    add_due(shelf, "later", TODAY + 3 * DAY_MINUTES);
    add_due(shelf, "long-over", TODAY - 90 * DAY_MINUTES);
    add_due(shelf, "today-1", TODAY + 600);
    add_due(shelf, "today-2", TODAY + 600);
    add_due(shelf, "just-over", TODAY - 1);
    add_due(shelf, "none-2", 0);
    add_due(shelf, "done", TODAY + 10);
    add_move(shelf, "done", STATE_WITHDRAWN, OFFICE_DEPARTMENT, DAY_NONE, NULL);
    add_due(shelf, "changed", TODAY + 5);
    add_due(shelf, "changed", TODAY + 9 * DAY_MINUTES); /* another version has more time */
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
                 {{.wants_issuer = wants_all}, -1}};
    enum { MANY = 5000 };
    fill(*state);
    for (int i = 0; i < MANY; i++) {
        char id[24];
        (void)snprintf(id, sizeof id, "many-%d", i);
        add_due(*state, id, 0);
    }
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct told told;
        struct ledger_task_filter filter = CASES[i].filter;
        filter.order = LEDGER_TASKS_URGENT;
        filter.most = 6;
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), SOONEST);
        filter.before = told.last;
        filter.most = 2;
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), "many-4999 many-4998 ");
        filter.before = 0;
        filter.most = 0;
        filter.order = LEDGER_TASKS_OVERDUE;
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), "just-over long-over ");
        filter.township = STR("柳溪乡");
        assert_string_equal(listed(*state, filter, CASES[i].state, &told), "");
    }
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
        cmocka_unit_test_setup_teardown(pages_follow_each_other, shelf_open, shelf_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
