#include <check.h>
#include <read/fields.h>

#include <stdio.h>

/* One value read as a fact from `v: ...` in YAML. */
struct one {
    struct arena arena;
    struct problems problems;
    struct value value;
    bool good;
};

static const struct node *parse(struct one *one, const char *text) {
    struct node **documents = NULL;
    size_t count = 0;
    one->problems.arena = &one->arena;
    yaml_parse(str_of(text), "x.yaml", 1, &one->arena, &documents, &count, &one->problems);
    assert_int_equal(one->problems.errors, 0);
    assert_int_equal(count, 1);
    return documents[0];
}

static void read_one(struct one *one, const char *fact, const char *written) {
    char text[512];
    *one = (struct one){.good = false};
    snprintf(text, sizeof text, "v: %s\n", written);
    int id = fact_find(str_of(fact));
    assert_true(id >= 0);
    struct field field = field_of_fact(fact_at((size_t)id));
    struct reading reading = {"x.yaml", &one->arena, &one->problems};
    one->good = field_read(&field, parse(one, text)->first, &reading, &one->value);
}

static const struct {
    const char *fact, *written;
    enum value_state state;
} STATES[] = {
    /* nothing written is absent for every type */
    {"funds.required", "", VALUE_ABSENT},
    {"funds.required", "~", VALUE_ABSENT},
    {"demands.photos", "null", VALUE_ABSENT},
    {"basis", "", VALUE_ABSENT},
    /* statements of none */
    {"funds.required", "none", VALUE_NONE},
    {"funds.required", "无", VALUE_NONE},
    {"funds.required", "false", VALUE_NONE},
    {"funds.required", "[]", VALUE_NONE},
    {"funds.required", "''", VALUE_NONE},
    {"demands.photos", "none", VALUE_NONE},
    {"training.date", "none", VALUE_NONE},
    {"training.date", "0", VALUE_NONE},
    {"training.date", "false", VALUE_NONE},
    {"meeting.at", "none", VALUE_NONE},
    {"ranking.every", "none", VALUE_NONE},
    {"guidance.method", "''", VALUE_NONE},
    {"guidance.method", "none", VALUE_NONE},
    {"guidance.method", "0", VALUE_NONE},
    {"equipment", "[]", VALUE_NONE},
    {"equipment", "none", VALUE_NONE},
    {"equipment", "0", VALUE_NONE},
    {"basis", "[]", VALUE_NONE},
    {"basis", "none", VALUE_NONE},
    {"consultation.legality_review", "none", VALUE_NONE},
    {"consultation.legality_review", "否", VALUE_NONE},
    /* zero of a number and false of a yes/no are given */
    {"funds.required", "0", VALUE_GIVEN},
    {"staff.required", "0", VALUE_GIVEN},
    {"training.hours", "0", VALUE_GIVEN},
    {"assessment.sample_ratio", "0", VALUE_GIVEN},
    {"demands.photos", "false", VALUE_GIVEN},
    {"demands.photos", "0", VALUE_GIVEN},
    {"guidance.method", "'0'", VALUE_GIVEN},
    /* what must be there takes such words as text */
    {"title", "none", VALUE_GIVEN},
    {"id", "0", VALUE_GIVEN},
};

static void absent_none_and_given_are_three_things(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(STATES); i++) {
        struct one one;
        read_one(&one, STATES[i].fact, STATES[i].written);
        if (!one.good || one.value.state != STATES[i].state)
            fail_msg("%s: %s gives state %d", STATES[i].fact, STATES[i].written, one.value.state);
        arena_free(&one.arena);
    }
}

static const struct {
    const char *fact, *written, *code;
    unsigned column;
} BAD[] = {
    {"funds.required", "{a: 1}", "wrong-type", 4},
    {"funds.required", "[1]", "wrong-type", 4},
    {"funds.required", "12.345", "not-money", 4},
    {"title", "''", "empty-value", 4},
    {"title", "'  '", "empty-value", 4},
    {"title", "[a]", "wrong-type", 4},
    {"townships", "{a: 1}", "wrong-type", 4},
    {"townships", "[甲, [乙]]", "wrong-type", 8},
    {"townships", "[甲, ~]", "empty-value", 8},
    {"townships", "[甲, none]", "none-in-list", 8},
    {"kind", "from", "unknown-word", 4},
    {"powers.required", "[penalti]", "unknown-word", 5},
    {"powers.required", "[[penalty]]", "wrong-type", 5},
    {"powers.required", "[{powr: penalty}]", "unknown-key", 6},
    {"powers.required", "[{power: penalty, matter: {a: b}}]", "wrong-type", 30},
    {"powers.granted", "[{power: penalty, valid_from: 2024-01-02, valid_to: 2024-01-01}]", "reversed-dates", 56},
    {"powers.granted", "[{valid_from: 2024-02-31}]", "not-date", 18},
    {"demands.forms", "[{name: a, media: [stone]}]", "unknown-word", 23},
};

static void wrong_values_are_told_with_their_place(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(BAD); i++) {
        struct one one;
        read_one(&one, BAD[i].fact, BAD[i].written);
        if (one.good || one.problems.errors != 1) fail_msg("%s: %s is taken", BAD[i].fact, BAD[i].written);
        assert_string_equal(one.problems.at[0].code, BAD[i].code);
        assert_int_equal(one.problems.at[0].place.line, 1);
        assert_int_equal(one.problems.at[0].place.column, BAD[i].column);
        assert_int_equal(one.value.state, VALUE_ABSENT);
        arena_free(&one.arena);
    }
}

static void one_entry_may_stand_without_its_list(void **state) {
    (void)state;
    static const char *const texts[] = {"木塘垸镇", "[木塘垸镇]"};
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct one one;
        read_one(&one, "townships", texts[i]);
        assert_true(one.good && one.value.state == VALUE_GIVEN && one.value.count == 1);
        assert_str(value_text(&one.value.items[0]), "木塘垸镇");
        arena_free(&one.arena);
    }
}

static void a_record_may_be_written_by_its_first_field(void **state) {
    (void)state;
    static const char *const texts[] = {"penalty", "[penalty]", "[行政处罚权]", "{power: penalty}",
                                        "[{power: penalty, matter: }]"};
    int penalty = choice_find(choices_of("POWER"), STR("penalty"));
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct one one;
        read_one(&one, "powers.required", texts[i]);
        assert_true(one.good && one.value.count == 1);
        assert_int_equal(one.value.items[0].number, penalty);
        assert_int_equal(one.value.items[1].state, VALUE_ABSENT);
        arena_free(&one.arena);
    }
}

static void records_are_rows_of_fields(void **state) {
    (void)state;
    struct one one;
    read_one(&one, "demands.forms", "[{every: 每月, name: 甲, fields: [a, b], media: electronic}, {name: 乙, number: ''}]");
    assert_true(one.good);
    assert_int_equal(one.value.count, 2);
    const struct fact_info *info = fact_at(FACT_ID_DEMANDS_FORMS);
    const struct value *first = one.value.items, *second = first + info->field_count;
    assert_str(value_text(&first[0]), "甲");
    assert_int_equal(first[1].state, VALUE_ABSENT);
    assert_int_equal(first[4].count, 2);
    assert_int_equal(first[5].count, 1);
    assert_int_equal(first[6].number, choice_find(choices_of("PERIOD"), STR("monthly")));
    assert_str(value_text(&second[0]), "乙");
    assert_int_equal(second[1].state, VALUE_NONE);
    arena_free(&one.arena);
}

static void all_that_is_wrong_with_a_list_is_told(void **state) {
    (void)state;
    struct one one;
    read_one(&one, "powers.required", "[{powr: a}, penalti, {power: penalty}, ~]");
    assert_false(one.good);
    assert_int_equal(one.problems.errors, 3);
    arena_free(&one.arena);
}

static void lists_are_bounded(void **state) {
    (void)state;
    struct node entries[QUANZE_MAX_ELEMENTS + 1];
    for (size_t i = 0; i <= QUANZE_MAX_ELEMENTS; i++)
        entries[i] = (struct node){.kind = NODE_SCALAR, .text = STR("a"), .line = 1, .column = 1, .next = &entries[i + 1]};
    entries[QUANZE_MAX_ELEMENTS].next = NULL;
    struct node list = {.kind = NODE_SEQUENCE, .count = QUANZE_MAX_ELEMENTS + 1, .first = entries};
    struct one one = {.good = false};
    one.problems.arena = &one.arena;
    struct reading reading = {"x.yaml", &one.arena, &one.problems};
    struct field field = field_of_fact(fact_at(FACT_ID_EQUIPMENT));
    assert_false(field_read(&field, &list, &reading, &one.value));
    assert_string_equal(one.problems.at[0].code, "too-many");
    list.count = QUANZE_MAX_ELEMENTS;
    assert_true(field_read(&field, &list, &reading, &one.value));
    arena_free(&one.arena);
}

static void a_mapping_is_read_by_a_table_of_keys(void **state) {
    (void)state;
    struct field fields[] = {{.name = STR("id"), .type = FACT_TEXT, .required = true},
                             {.name = STR("count"), .type = FACT_COUNT},
                             {.name = STR("valid_from"), .type = FACT_DATE},
                             {.name = STR("valid_to"), .type = FACT_DATE}};
    struct value values[4];
    struct one one = {.good = false};
    struct reading reading = {"x.yaml", &one.arena, &one.problems};
    assert_true(fields_read(fields, 4, parse(&one, "id: a\ncount: 3\n"), &reading, values));
    assert_str(value_text(&values[0]), "a");
    assert_int_equal(values[1].number, 3);
    assert_int_equal(values[2].state, VALUE_ABSENT);
    const struct node *wrong = parse(&one, "cuont: 3\nvalid_from: 2024-01-02\nvalid_to: 2024-01-01\nid:\n");
    assert_false(fields_read(fields, 4, wrong, &reading, values));
    assert_int_equal(one.problems.errors, 3);
    assert_string_equal(one.problems.at[0].code, "unknown-key");
    assert_true(str_find(one.problems.at[0].en, STR("did you mean count?")) > 0);
    assert_string_equal(one.problems.at[1].code, "reversed-dates");
    assert_int_equal(one.problems.at[1].place.line, 3);
    assert_string_equal(one.problems.at[2].code, "missing-key");
    arena_free(&one.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absent_none_and_given_are_three_things),
        cmocka_unit_test(wrong_values_are_told_with_their_place),
        cmocka_unit_test(one_entry_may_stand_without_its_list),
        cmocka_unit_test(a_record_may_be_written_by_its_first_field),
        cmocka_unit_test(records_are_rows_of_fields),
        cmocka_unit_test(all_that_is_wrong_with_a_list_is_told),
        cmocka_unit_test(lists_are_bounded),
        cmocka_unit_test(a_mapping_is_read_by_a_table_of_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
