#include <base/utf8.h>
#include <check.h>
#include <model/task.h>

/* The order, types and helpers as fact.def writes them. */
static const struct {
    const char *name, *type, *set, *ask, *absence;
} facts[] = {
#define FACT(id, name, type, unit, set, ask, absence, ...) {name, #type, #set, #ask, #absence},
#define FIELD(...)
#include <model/fact.def>
#undef FACT
#undef FIELD
};

static const struct {
    const char *parent, *name, *set;
} fields[] = {
#define FACT(...)
#define FIELD(id, parent, name, type, unit, set, ...) {#parent, name, #set},
#include <model/fact.def>
#undef FACT
#undef FIELD
};

static const char *const fact_ids[] = {
#define FACT(id, ...) #id,
#define FIELD(...)
#include <model/fact.def>
#undef FACT
#undef FIELD
};

static void assert_set(struct choices choices, const char *set) {
    const struct choices expected = choices_of(set);
    if (strcmp(set, "NONE") == 0) {
        assert_int_equal(choices.count, 0);
        return;
    }
    assert_true(expected.count > 0);
    assert_ptr_equal(choices.at, expected.at);
    assert_int_equal(choices.count, expected.count);
}

static void the_table_is_fact_def(void **state) {
    (void)state;
    static const char *const absences[] = {"OPEN", "CLOSED", "SOURCE", "DERIVED", "HISTORY", "MONTH"};
    assert_int_equal(COUNT(facts), FACT_COUNT_ALL);
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const struct fact_info *fact = fact_at(id);
        assert_str(fact->name, facts[id].name);
        assert_str(fact->ask->name, facts[id].ask);
        assert_string_equal(absences[fact->absence], facts[id].absence);
        assert_set(fact->choices, facts[id].set);
        assert_int_equal(fact_find(fact->name), id);
        assert_int_equal(fact_find_label(fact->name), id);
        assert_int_equal(fact_find_label(fact->zh), id);
        assert_int_equal((fact->type == FACT_RECORDS), (fact->field_count > 0));
    }
}

static void fields_follow_their_fact(void **state) {
    (void)state;
    size_t next = 0;
    for (size_t id = 0; id < FACT_COUNT_ALL; id++)
        for (size_t i = 0; i < fact_at(id)->field_count; i++, next++) {
            assert_string_equal(fields[next].parent, fact_ids[id]);
            assert_str(fact_at(id)->fields[i].name, fields[next].name);
            assert_set(fact_at(id)->fields[i].choices, fields[next].set);
        }
    assert_int_equal(next, COUNT(fields));
}

static void every_fact_speaks_both_languages(void **state) {
    (void)state;
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const struct fact_info *fact = fact_at(id);
        assert_true(fact->zh.length && fact->en.length && fact->meaning_zh.length && fact->meaning_en.length);
        assert_int_equal(utf8_invalid_at(fact->meaning_zh), -1);
        for (size_t i = 0; i < fact->field_count; i++)
            assert_true(fact->fields[i].zh.length && fact->fields[i].en.length && fact->fields[i].meaning_en.length);
        const bool needs_choices = fact->type == FACT_CHOICE || fact->type == FACT_CHOICES;
        assert_int_equal(needs_choices, (fact->choices.count > 0));
    }
}

static void near_misses_are_found(void **state) {
    (void)state;
    assert_int_equal(fact_find(STR("task_kind")), FACT_ID_KIND);
    assert_int_equal(fact_find(STR("tittle")), -1);
    assert_int_equal(fact_nearest(STR("tittle")), FACT_ID_TITLE);
    assert_int_equal(fact_nearest(STR("funds.provide")), FACT_ID_FUNDS_PROVIDED);
    assert_int_equal(fact_nearest(STR("zzzzzzz")), -1);
    assert_int_equal(fact_find_label(STR("没有这样的事实")), -1);
}

static void words_of_a_vocabulary(void **state) {
    (void)state;
    const struct choices powers = choices_of("POWER");
    for (size_t i = 0; i < powers.count; i++) {
        assert_int_equal(choice_find(powers, powers.at[i].name), i);
        assert_int_equal(choice_find(powers, powers.at[i].zh), i);
        assert_true(powers.at[i].en.length);
    }
    assert_int_equal(choice_find(powers, STR("penality")), -1);
    assert_str(powers.at[choice_nearest(powers, STR("penality"))].name, "penalty");
    assert_str(powers.at[choice_nearest(powers, STR("行政处罚"))].name, "penalty");
    assert_int_equal(choice_nearest(powers, STR("木塘垸镇")), -1);
    assert_int_equal(choice_find(choices_of("NO_SUCH_SET"), STR("penalty")), -1);
    assert_int_equal(choice_find(choices_of("BOOL"), STR("")), -1);
}

/* The engine knows these words by their number. */
static void known_numbers_are_those_of_choice_def(void **state) {
    (void)state;
    static const struct {
        const char *set, *word;
        int number;
    } cases[] = {{"HOW", "declared", HOW_DECLARED},
                 {"HOW", "matched", HOW_MATCHED},
                 {"HOW", "none", HOW_NONE},
                 {"ITEM_KIND", "basic", ITEM_BASIC},
                 {"ITEM_KIND", "cooperative", ITEM_COOPERATIVE},
                 {"ITEM_KIND", "recalled", ITEM_RECALLED},
                 {"ROLE", "main", ROLE_MAIN},
                 {"ROLE", "cooperating", ROLE_COOPERATING},
                 {"BOOL", "false", 0},
                 {"BOOL", "true", 1}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(choice_find(choices_of(cases[i].set), str_of(cases[i].word)), cases[i].number);
}

static void sets_of_facts(void **state) {
    (void)state;
    struct fact_set all = {{0}}, one = {{0}};
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        assert_false(fact_set_has(&all, id));
        fact_set_add(&all, id);
        assert_true(fact_set_has(&all, id));
    }
    fact_set_add(&one, FACT_ID_ISSUER_BINDS);
    assert_true(fact_set_covers(&all, &one));
    assert_false(fact_set_covers(&one, &all));
    fact_set_drop(&all, FACT_ID_ISSUER_BINDS);
    assert_false(fact_set_covers(&all, &one));
}

static void absent_none_and_given_are_three_things(void **state) {
    (void)state;
    struct task task;
    task_clear(&task);
    assert_false(task_knows(&task, FACT_ID_FUNDS_PROVIDED));
    task_set(&task, FACT_ID_FUNDS_PROVIDED, (struct value){.state = VALUE_NONE});
    assert_true(task_knows(&task, FACT_ID_FUNDS_PROVIDED));
    assert_false(task_given(&task, FACT_ID_FUNDS_PROVIDED));
    task_set(&task, FACT_ID_FUNDS_PROVIDED, value_number(0));
    assert_true(task_given(&task, FACT_ID_FUNDS_PROVIDED));
    task_set(&task, FACT_ID_FUNDS_PROVIDED, (struct value){.state = VALUE_ABSENT});
    assert_false(task_knows(&task, FACT_ID_FUNDS_PROVIDED));
    assert_str(task_text(&task, FACT_ID_TITLE), "");
    task_set(&task, FACT_ID_TITLE, value_of_text(STR("标题")));
    assert_str(task_text(&task, FACT_ID_TITLE), "标题");
}

static void a_paper_is_finished_by_its_text_or_by_saying_so(void **state) {
    (void)state;
    struct task task;
    task_clear(&task);
    assert_false(task_finished(&task));
    task_set(&task, FACT_ID_COMPLETE, value_number(0));
    assert_false(task_finished(&task));
    task_set(&task, FACT_ID_COMPLETE, value_number(1));
    assert_true(task_finished(&task));
    task_clear(&task);
    task_set(&task, FACT_ID_BODY, (struct value){.state = VALUE_NONE});
    assert_false(task_finished(&task));
    task_set(&task, FACT_ID_BODY, value_of_text(STR("正文")));
    assert_true(task_finished(&task));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_table_is_fact_def),
                                       cmocka_unit_test(fields_follow_their_fact),
                                       cmocka_unit_test(every_fact_speaks_both_languages),
                                       cmocka_unit_test(near_misses_are_found),
                                       cmocka_unit_test(words_of_a_vocabulary),
                                       cmocka_unit_test(known_numbers_are_those_of_choice_def),
                                       cmocka_unit_test(sets_of_facts),
                                       cmocka_unit_test(absent_none_and_given_are_three_things),
                                       cmocka_unit_test(a_paper_is_finished_by_its_text_or_by_saying_so)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
