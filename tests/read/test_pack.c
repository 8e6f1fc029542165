#include <check.h>
#include <read/pack.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD                                                                                                                   \
    "format: quanze/pack/1\n"                                                                                                  \
    "id: shandong-2020\n"                                                                                                      \
    "title: {zh: 山东, en: Shandong}\n"                                                                                      \
    "valid_from: 2020-05-01\n"

struct read {
    struct arena arena;
    struct problems problems;
    struct pack pack;
    quanze_status status;
};

static void read_text(struct read *out, const char *text) {
    char folder[] = "/tmp/quanze-pack-XXXXXX", path[64];
    struct quanze_error error;
    *out = (struct read){.status = QUANZE_OK};
    out->problems.arena = &out->arena;
    assert_non_null(mkdtemp(folder));
    (void)snprintf(path, sizeof path, "%s/pack.yaml", folder);
    if (text) {
        FILE *file = fopen(path, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
        assert_int_equal(fclose(file), 0);
    }
    out->status = read_pack(folder, &out->arena, &out->pack, &out->problems, &error);
    if (text) unlink(path);
    rmdir(folder);
}

static void a_pack_is_read_whole(void **state) {
    (void)state;
    struct read read;
    read_text(&read, HEAD "why: {zh: 因为, en: because}\n"
                          "jurisdiction: 山东省\n"
                          "published_on: 2020-03-27\n"
                          "valid_to: 2030-12-31\n"
                          "requires: [east-2019]\n"
                          "changes:\n"
                          "  - rule: TIME-001\n"
                          "    parameters: {min_notice_workdays: 3, share: 0.5}\n"
                          "    level: block\n"
                          "  - {rule: TIME-002, disabled: true, reason: 理由, requested_by: 甲, approved_by: 乙}\n");
    assert_int_equal(read.status, QUANZE_OK);
    if (read.problems.errors > 0) fail_msg("%s", read.problems.at[0].en.at);
    const struct pack *pack = &read.pack;
    assert_str(pack->id, "shandong-2020");
    assert_str(pack->title.zh, "山东");
    assert_str(pack->why.en, "because");
    assert_str(pack->jurisdiction, "山东省");
    int32_t day = 0;
    assert_true(day_parse(STR("2020-03-27"), &day));
    assert_int_equal(pack->published_on, day);
    assert_true(day_parse(STR("2030-12-31"), &day));
    assert_int_equal(pack->validity.to, day);
    assert_int_equal(pack->require_count, 1);
    assert_str(pack->requires[0].id, "east-2019");
    assert_int_equal(pack->requires[0].place.line, 9);
    assert_int_equal(pack->change_count, 2);
    const struct pack_change *first = &pack->changes[0], *second = &pack->changes[1];
    assert_str(first->rule, "TIME-001");
    assert_int_equal(first->place.line, 11);
    assert_int_equal(first->level, LEVEL_BLOCK);
    assert_int_equal(first->parameter_count, 2);
    assert_true(first->parameters[0].value == 3 && first->parameters[1].value == 0.5);
    assert_int_equal(first->parameters[1].place.line, 12);
    assert_int_equal(first->parameters[1].place.column, 42);
    assert_false(first->disabled);
    assert_int_equal(second->level, PACK_LEVEL_AS_IS);
    assert_true(second->disabled);
    assert_str(second->approved_by, "乙");
    arena_free(&read.arena);
}

static void what_is_wrong_is_told_with_its_place(void **state) {
    (void)state;
    static const struct {
        const char *text, *code, *says;
        unsigned line, column;
    } rows[] = {
        {"format: quanze/list/1\n", "wrong-format", "quanze/pack/1", 1, 9},
        {"", "empty-file", "nothing", 1, 1},
        {"- a\n", "wrong-type", "key: value", 1, 1},
        {HEAD "---\n" HEAD, "too-many", "one pack", 1, 1},
        {"id: a\ntitle: {zh: a, en: a}\nvalid_from: 2020-01-01\n", "missing-key", "format", 1, 1},
        {HEAD "chagnes: []\n", "unknown-key", "did you mean changes", 5, 1},
        {HEAD "valid_to: 2020-01-01\n", "reversed-dates", "valid_to is before", 5, 11},
        {"format: quanze/pack/1\nid: A_b\ntitle: {zh: a, en: a}\nvalid_from: 2020-01-01\n", "bad-id", "A_b", 2, 5},
        {"format: quanze/pack/1\nid: a\ntitle: {zh: a}\nvalid_from: 2020-01-01\n", "missing-key", "in English", 3, 8},
        {"format: quanze/pack/1\nid: a\ntitle: {zh: a, en: a}\n", "missing-key", "valid_from", 1, 1},
        {HEAD "changes: {rule: A}\n", "wrong-type", "changes", 5, 10},
        {HEAD "changes: [a]\n", "wrong-type", "changes[]", 5, 11},
        {HEAD "changes:\n  - {level: warn}\n", "missing-key", "rule", 6, 5},
        {HEAD "changes:\n  - {rule: A, leevl: warn}\n", "unknown-key", "did you mean level", 6, 15},
        {HEAD "changes:\n  - {rule: A, level: wran}\n", "unknown-word", "warn", 6, 22},
        {HEAD "changes:\n  - {rule: A}\n", "empty-change", "\"A\"", 6, 5},
        {HEAD "changes:\n  - {rule: A, disabled: false}\n", "empty-change", "\"A\"", 6, 5},
        {HEAD "changes:\n  - {rule: A, level: warn}\n  - {rule: A, level: hold}\n", "double-change", "line 6", 7, 5},
        {HEAD "changes:\n  - {rule: A, parameters: {a: two}}\n", "not-number", "\"two\"", 6, 31},
        {HEAD "changes:\n  - {rule: A, parameters: [a]}\n", "wrong-type", "parameters", 6, 27},
        {HEAD "changes:\n  - {rule: A, parameters: {a: [1]}}\n", "wrong-type", "a should be", 6, 31},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct read read;
        read_text(&read, rows[i].text);
        assert_int_equal(read.status, QUANZE_OK);
        if (read.problems.errors == 0) fail_msg("row %zu: nothing is wrong", i);
        const struct problem *problem = &read.problems.at[0];
        if (strcmp(problem->code, rows[i].code) != 0 || !strstr(problem->en.at, rows[i].says) ||
            problem->place.line != rows[i].line || problem->place.column != rows[i].column)
            fail_msg("row %zu: %u:%u %s %s", i, problem->place.line, problem->place.column, problem->code, problem->en.at);
        assert_true(problem->zh.length > 0);
        arena_free(&read.arena);
    }
}

static void no_pack_is_no_input(void **state) {
    (void)state;
    struct read read;
    read_text(&read, NULL);
    assert_int_equal(read.status, QUANZE_NO_INPUT);
    arena_free(&read.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_pack_is_read_whole),
                                       cmocka_unit_test(what_is_wrong_is_told_with_its_place),
                                       cmocka_unit_test(no_pack_is_no_input)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
