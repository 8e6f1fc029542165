/* test_audit.c - the rules of the monthly audit and the lights of its indicators belong together. */
#include "check.h"

#include <audit/audit.h>
#include <rule/rule.h>
#include <stdio.h>

static struct arena arena;
static struct rulebook *book;

static int open_book(void **state) {
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    (void)state;
    if (rulebook_load(SOURCE_DIR "/rules", &book, &problems, &error) != QUANZE_OK) fail_msg("%s", error.en);
    return 0;
}

static int close_book(void **state) {
    (void)state;
    rulebook_free(book);
    arena_free(&arena);
    return 0;
}

static bool ends_with(struct str text, struct str ending, struct str *before) {
    if (text.length <= ending.length) return false;
    *before = (struct str){text.at, text.length - ending.length};
    return str_equal((struct str){text.at + before->length, ending.length}, ending);
}

static int find_indicator(struct str id) {
    for (int i = 0; i < AUDIT_INDICATOR_COUNT; i++)
        if (str_equal(audit_indicator_info((enum audit_indicator_id)i).id, id)) return i;
    return -1;
}

static const struct rule_parameter *find_parameter(const struct rule *rule, struct str name) {
    for (size_t i = 0; i < rule->parameter_count; i++)
        if (str_equal(rule->parameters[i].name, name)) return &rule->parameters[i];
    return NULL;
}

/* A limit with a slip in its name would leave an indicator dark. */
static void test_each_limit_is_that_of_an_indicator(void **state) {
    (void)state;
    for (size_t i = 0; i < book->count; i++) {
        const struct rule *rule = &book->rules[i];
        for (size_t j = 0; rule->stage == STAGE_AUDIT && j < rule->parameter_count; j++) {
            struct str id, green;
            const struct str name = rule->parameters[j].name;
            const bool yellow = ends_with(name, STR("_yellow"), &id);
            if (!yellow && !ends_with(name, STR("_green"), &id)) continue;
            if (find_indicator(id) < 0) fail_msg("%s: \"%s\" is a limit of no indicator", rule->id.at, name.at);
            char text[128];
            green = (struct str){text, (size_t)snprintf(text, sizeof text, "%.*s_green", (int)id.length, id.at)};
            if (!find_parameter(rule, green)) fail_msg("%s: \"%s\" has no green beside it", rule->id.at, name.at);
        }
    }
}

/* Of these there is no limit that could be right everywhere: they are counted, and others tell whether it is too much. */
static bool is_only_counted(enum audit_indicator_id id) {
    static const enum audit_indicator_id COUNTED[] = {AUDIT_MEETINGS,       AUDIT_INSPECTIONS,          AUDIT_FUNDS_GAP,
                                                      AUDIT_STAFF_GAP,      AUDIT_SUBSCRIPTIONS_AMOUNT, AUDIT_REFUSALS,
                                                      AUDIT_REFUSALS_UPHELD};
    for (size_t i = 0; i < COUNT(COUNTED); i++)
        if (COUNTED[i] == id) return true;
    return false;
}

static void test_each_indicator_has_its_limits_once(void **state) {
    (void)state;
    for (int i = 0; i < AUDIT_INDICATOR_COUNT; i++) {
        const struct str id = audit_indicator_info((enum audit_indicator_id)i).id;
        char text[128];
        const struct str green = {text, (size_t)snprintf(text, sizeof text, "%.*s_green", (int)id.length, id.at)};
        size_t found = 0;
        for (size_t k = 0; k < book->count; k++)
            found += book->rules[k].stage == STAGE_AUDIT && find_parameter(&book->rules[k], green) != NULL;
        if (found != (is_only_counted((enum audit_indicator_id)i) ? 0U : 1U))
            fail_msg("%s: %zu rules have its limits", id.at, found);
    }
}

/* A yellow limit lies beyond the green one, on the side that `harder` says; where they are equal there is no yellow. */
static void test_yellow_lies_beyond_green(void **state) {
    (void)state;
    for (size_t i = 0; i < book->count; i++) {
        const struct rule *rule = &book->rules[i];
        for (size_t j = 0; rule->stage == STAGE_AUDIT && j < rule->parameter_count; j++) {
            struct str id;
            const struct rule_parameter *yellow = &rule->parameters[j];
            if (!ends_with(yellow->name, STR("_yellow"), &id)) continue;
            char text[128];
            const struct str name = {text, (size_t)snprintf(text, sizeof text, "%.*s_green", (int)id.length, id.at)};
            const struct rule_parameter *green = find_parameter(rule, name);
            assert_int_equal(green->harder, yellow->harder);
            if (green->harder == SIDE_HIGHER)
                assert_true(yellow->default_value <= green->default_value);
            else
                assert_true(yellow->default_value >= green->default_value);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_limit_is_that_of_an_indicator),
        cmocka_unit_test(test_each_indicator_has_its_limits_once),
        cmocka_unit_test(test_yellow_lies_beyond_green),
    };
    return cmocka_run_group_tests(tests, open_book, close_book);
}
