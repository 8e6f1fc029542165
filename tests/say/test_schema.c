/* The checked-in schemas are those that the fact table makes now. To renew: ninja schema. */
#include <check.h>
#include <say/golden.h>
#include <say/say.h>

static void is_current(const char *path, void (*make)(struct buf *)) {
    struct buf out = {0};
    make(&out);
    assert_false(out.failed);
    check_sorted_json(buf_str(&out));
    check_file(path, buf_str(&out));
    buf_free(&out);
}

static void task_schema_is_current(void **state) {
    (void)state;
    is_current("lists/schema/task.schema.json", say_task_schema);
}

static void list_schema_is_current(void **state) {
    (void)state;
    is_current("lists/schema/list.schema.json", say_list_schema);
}

/* Every fact that a task may carry has its place, and none that is worked out. */
static void facts_of_a_task(void **state) {
    (void)state;
    struct buf out = {0};
    say_task_schema(&out);
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        struct buf title = {0};
        buf_put_text(&title, "\"title\": \"");
        buf_put(&title, fact_at(id)->zh);
        buf_put_text(&title, " / ");
        buf_put(&title, fact_at(id)->en);
        buf_put_char(&title, '"');
        const bool is_there = str_find(buf_str(&out), buf_str(&title)) > 0;
        if (is_there == (!absence_is_stated(fact_at(id)->absence))) fail_msg("%.*s", (int)title.length, title.at);
        buf_free(&title);
    }
    buf_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(task_schema_is_current), cmocka_unit_test(list_schema_is_current),
                                       cmocka_unit_test(facts_of_a_task)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
