#include <check.h>
#include <read/read.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define LISTS SOURCE_DIR "/tests/lists/"

/* One reading, with all that it made. */
struct read {
    struct arena arena;
    struct problems problems;
    struct list list;
    struct quanze_error error;
    quanze_status status;
};

static void read_path(struct read *out, const char *path) {
    *out = (struct read){.status = QUANZE_OK};
    out->problems.arena = &out->arena;
    out->status = read_list(path, &out->list, &out->problems, &out->error);
}

static void read_free(struct read *read) {
    list_free(&read->list);
    arena_free(&read->arena);
}

/* Reads the text as a list file. */
static void read_text(struct read *out, struct str text) {
    char path[] = "/tmp/quanze-list-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    for (size_t written = 0; written < text.length;) {
        ssize_t some = write(descriptor, text.at + written, text.length - written);
        assert_true(some > 0);
        written += (size_t)some;
    }
    close(descriptor);
    read_path(out, path);
    unlink(path);
}

static const struct problem *find_problem(const struct problems *problems, const char *code) {
    for (size_t i = 0; i < problems->count; i++)
        if (strcmp(problems->at[i].code, code) == 0) return &problems->at[i];
    return NULL;
}

/* Each file has one fault; `says` is a part of the English sentence, mostly the near miss. */
static const struct {
    const char *file, *code;
    unsigned line, column;
    const char *says;
} BAD[] = {
    {"unknown-key.yaml", "unknown-key", 15, 5, "did you mean office?"},
    {"unknown-top-key.yaml", "unknown-key", 16, 1, "did you mean items?"},
    {"wrong-type.yaml", "wrong-type", 15, 13, "office"},
    {"not-a-list.yaml", "wrong-type", 11, 8, "items"},
    {"double-key.yaml", "double-key", 15, 5, "line 14"},
    {"tag.yaml", "tag", 14, 11, "not allowed"},
    {"too-deep.yaml", "too-deep", 16, 40, "32"},
    {"truncated.yaml", "yaml-syntax", 17, 1, "','"},
    {"bad-utf8.yaml", "bad-utf8", 6, 4, "UTF-8"},
    {"nul.yaml", "nul-byte", 10, 14, "NUL"},
    {"bad-word.yaml", "unknown-word", 13, 11, "did you mean basic"},
    {"missing-kind.yaml", "missing-key", 12, 5, "kind"},
    {"bad-list-id.yaml", "bad-id", 2, 5, "a-z"},
    {"wrong-format.yaml", "wrong-format", 1, 9, "expected quanze/list/1"},
    {"no-department.yaml", "missing-key", 16, 5, "department"},
    {"unknown-department.yaml", "unknown-department", 16, 62, "did you mean fire"},
    {"department-by-name.yaml", "unknown-department", 16, 62, "did you mean fire"},
    {"unknown-item.yaml", "unknown-item", 17, 5, "did you mean \"B-001\""},
    {"unknown-township.yaml", "unknown-township", 17, 5, "木塘垸镇"},
    {"duplicate-item.yaml", "duplicate-id", 16, 5, "line 12"},
    {"duplicate-township.yaml", "duplicate-name", 11, 5, "line 10"},
    {"duplicate-department.yaml", "duplicate-id", 9, 5, "line 7"},
    {"reversed-dates.yaml", "reversed-dates", 17, 15, "valid_to"},
    {"reversed-head.yaml", "reversed-dates", 6, 11, "valid_to"},
    {"no-such-day.yaml", "not-date", 16, 17, "2026-02-31"},
    {"fraction-of-fen.yaml", "not-money", 16, 29, "two decimals"},
    {"amount-too-large.yaml", "not-money", 16, 29, "at most"},
    {"negative-count.yaml", "not-count", 16, 18, "-2"},
    {"funds-not-mapping.yaml", "wrong-type", 16, 12, "funds"},
    {"bad-parameter.yaml", "not-number", 17, 24, "two"},
    {"waiver-one-person.yaml", "waiver-one-person", 17, 5, "two different people"},
    {"waiver-open-end.yaml", "missing-key", 17, 5, "valid_to"},
    {"empty.yaml", "empty-file", 1, 1, "nothing"},
    {"only-comments.yaml", "empty-file", 1, 1, "nothing"},
    {"village-missing-kind.yaml", "missing-key", 11, 5, "kind"},
    {"village-bad-kind.yaml", "unknown-word", 11, 21, "did you mean assisting"},
    {"village-unknown-key.yaml", "unknown-key", 11, 44, "did you mean aliases?"},
    {"village-duplicate.yaml", "duplicate-id", 12, 5, "line 11"},
    {"village-id-of-item.yaml", "duplicate-id", 11, 5, "line 9"},
    {"village-contradiction.yaml", "village-contradiction", 12, 5, "in V-1 and not for them in V-2"},
    {"village-reversed.yaml", "reversed-dates", 11, 91, "valid_to"},
    {"second-head", "second-head", 5, 13, "line 5"},
};

static void each_fault_is_the_one_error_in_its_place(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(BAD); i++) {
        char path[512];
        struct read read;
        snprintf(path, sizeof path, LISTS "bad/%s", BAD[i].file);
        read_path(&read, path);
        if (read.status != QUANZE_BAD_DATA || read.problems.errors != 1)
            fail_msg("%s: status %d, %zu errors: %s", BAD[i].file, (int)read.status, read.problems.errors, read.error.en);
        const struct problem *problem = find_problem(&read.problems, BAD[i].code);
        if (!problem || problem->place.line != BAD[i].line || problem->place.column != BAD[i].column)
            fail_msg("%s: expected %s at %u:%u, got %u:%u %s", BAD[i].file, BAD[i].code, BAD[i].line, BAD[i].column,
                     read.error.line, read.error.column, read.error.en);
        if (!strstr(problem->en.at, BAD[i].says)) fail_msg("%s: %s", BAD[i].file, problem->en.at);
        assert_non_null(strstr(problem->place.file, "bad/"));
        assert_true(problem->zh.length > 0);
        read_free(&read);
    }
}

static void all_faults_of_a_file_come_in_one_run(void **state) {
    (void)state;
    static const struct {
        const char *code;
        unsigned line;
    } expected[] = {{"missing-key", 1},  {"unknown-key", 3},         {"not-date", 5},
                    {"unknown-word", 7}, {"not-count", 9},           {"unknown-key", 14},
                    {"missing-key", 15}, {"unknown-department", 17}, {"wrong-type", 18}};
    struct read read;
    read_path(&read, LISTS "bad/many.yaml");
    assert_int_equal(read.status, QUANZE_BAD_DATA);
    assert_int_equal(read.problems.errors, COUNT(expected));
    for (size_t i = 0; i < COUNT(expected); i++) {
        bool found = false;
        for (size_t k = 0; k < read.problems.count; k++)
            found |=
                strcmp(read.problems.at[k].code, expected[i].code) == 0 && read.problems.at[k].place.line == expected[i].line;
        if (!found) fail_msg("%s in line %u is not told", expected[i].code, expected[i].line);
    }
    read_free(&read);
}

static void a_list_without_a_head_lacks_each_key(void **state) {
    (void)state;
    struct read read;
    read_path(&read, LISTS "bad/missing-head.yaml");
    assert_int_equal(read.problems.errors, 5);
    static const char *const keys[] = {"format", "id", "title", "county", "valid_from"};
    for (size_t i = 0; i < COUNT(keys); i++) assert_non_null(strstr(read.problems.at[i].en.at, keys[i]));
    read_free(&read);
}

static void an_alias_bomb_does_not_go_off(void **state) {
    (void)state;
    struct read read;
    read_path(&read, LISTS "bad/alias-bomb.yaml");
    assert_int_equal(read.status, QUANZE_BAD_DATA);
    assert_non_null(find_problem(&read.problems, "anchor"));
    assert_non_null(find_problem(&read.problems, "alias"));
    read_free(&read);
}

static void a_text_of_64_mebibytes_is_refused(void **state) {
    (void)state;
    size_t length = 64u << 20;
    char *text = malloc(length + 16);
    assert_non_null(text);
    memcpy(text, "title: ", 7);
    memset(text + 7, 'x', length);
    struct read read;
    read_text(&read, (struct str){text, length + 7});
    free(text);
    assert_int_equal(read.status, QUANZE_BAD_DATA);
    assert_non_null(find_problem(&read.problems, "text-too-long"));
    read_free(&read);
}

static void what_cannot_be_opened_is_no_input(void **state) {
    (void)state;
    char folder[] = "/tmp/quanze-list-XXXXXX";
    assert_non_null(mkdtemp(folder));
    struct read read;
    read_path(&read, folder); /* a folder without files */
    assert_int_equal(read.status, QUANZE_NO_INPUT);
    assert_non_null(strstr(read.error.en, ".yaml"));
    read_free(&read);
    read_path(&read, "/nowhere/list.yaml");
    assert_int_equal(read.status, QUANZE_NO_INPUT);
    read_free(&read);
    char file[64];
    snprintf(file, sizeof file, "%s/list.yaml", folder);
    FILE *closed = fopen(file, "wb");
    assert_non_null(closed);
    fclose(closed);
    assert_int_equal(chmod(file, 0), 0);
    if (geteuid() != 0) { /* root may read everything */
        read_path(&read, folder);
        assert_int_equal(read.status, QUANZE_NO_INPUT);
        read_free(&read);
    }
    unlink(file);
    rmdir(folder);
}

static void a_folder_is_read_as_one_list(void **state) {
    (void)state;
    struct read read;
    read_path(&read, LISTS "good/folder");
    assert_int_equal(read.status, QUANZE_OK);
    assert_int_equal(read.problems.warnings, 0);
    const struct list *list = &read.list;
    assert_str(list->id, "example");
    assert_str(list->county, "示例县");
    assert_int_equal(list->validity.to, DAY_NONE);
    assert_int_equal(list->validity.from - list->published_on, 1);
    assert_int_equal(list->township_count, 1);
    assert_int_equal(list->townships[0].staff, 62);
    assert_int_equal(list->townships[0].villages, -1);
    assert_int_equal(list->department_count, 2);
    assert_int_equal(list_find_department(list, STR("消防大队")), 0);
    assert_int_equal(list->parameter_count, 2);
    assert_true(list->parameters[0].value == 2 && list->parameters[1].value == 0.5);
    read_free(&read);
}

static void tasks_beside_a_list_are_no_part_of_it(void **state) {
    (void)state;
    struct read folder, file;
    read_path(&folder, LISTS "good/beside-tasks");
    read_path(&file, LISTS "good/beside-tasks/list.yaml");
    assert_int_equal(folder.status, QUANZE_OK);
    assert_int_equal(folder.list.item_count, 1);
    assert_memory_equal(&folder.list.digest, &file.list.digest, sizeof file.list.digest);
    read_free(&folder);
    read_free(&file);
}

static void an_item_keeps_what_is_written(void **state) {
    (void)state;
    struct read read;
    read_path(&read, LISTS "good/folder");
    int at = list_find_item(&read.list, STR("C-014"));
    assert_int_equal(at, 0);
    const struct item *item = &read.list.items[at];
    assert_int_equal(item->kind, ITEM_COOPERATIVE);
    assert_str(read.list.departments[item->department].id, "fire");
    assert_str(item->township_duty, "上报线索");
    assert_int_equal(item->township_actions.count, 2);
    assert_str(item->township_actions.at[1], "report");
    assert_int_equal(item->power_count, 2);
    assert_int_equal(item->powers[0].power, choice_find(choices_of("POWER"), STR("inspection_power")));
    assert_int_equal(item->powers[0].matter.length, 0);
    assert_int_equal(item->powers[1].power, choice_find(choices_of("POWER"), STR("penalty")));
    assert_str(item->powers[1].matter, "占用消防通道");
    assert_int_equal(item->per_person_day, 12050);
    assert_int_equal(item->staff_min, 2);
    assert_str(item->skill, "消防培训");
    assert_int_equal(item->basis.count, 1);
    assert_str(item->basis.at[0].title, "消防法");
    assert_int_equal(item->basis.at[0].verified, 'V');
    assert_non_null(strstr(item->place.file, "a-items.yaml"));
    assert_int_equal(item->place.line, 4);
    read_free(&read);
}

static void powers_and_waivers_keep_what_is_written(void **state) {
    (void)state;
    struct read read;
    read_path(&read, LISTS "good/folder");
    assert_int_equal(read.list.power_count, 1);
    const struct power_held *power = &read.list.powers[0];
    int32_t day;
    assert_str(power->power.matter, "违规燃放烟花爆竹");
    assert_str(power->decision, "示例省政府决定〔2023〕5号");
    assert_true(day_parse(STR("2023-06-01"), &day));
    assert_int_equal(power->validity.from, day);
    assert_int_equal(power->validity.to, DAY_NONE);
    assert_true(day_parse(STR("2026-01-10"), &day));
    assert_int_equal(power->evaluated_on, day);
    assert_str(power->items.at[0], "C-014");
    assert_str(power->townships.at[0], "木塘垸镇");
    assert_int_equal(read.list.waiver_count, 1);
    assert_str(read.list.waivers[0].rule, "TIME-002");
    assert_int_equal(read.list.waivers[0].department, 1);
    assert_str(read.list.waivers[0].townships.at[0], "木塘垸镇");
    read_free(&read);
}

static void windows_files_read_the_same(void **state) {
    (void)state;
    struct read read;
    read_path(&read, LISTS "good/crlf.yaml"); /* CRLF and a byte order mark */
    assert_int_equal(read.status, QUANZE_OK);
    assert_int_equal(read.list.item_count, 1);
    assert_str(read.list.items[0].office, "社会事务办");
    assert_int_equal(read.list.items[0].place.line, 12);
    read_free(&read);
}

#define HEAD "format: quanze/list/1\nid: x\ntitle: x\ncounty: 示例县\nvalid_from: 2025-07-01\n"
#define TOWN "townships: [{name: 木塘垸镇}]\ndepartments: [{id: fire, name: 县消防救援大队}]\n"

static const struct {
    const char *text, *code;
} CARELESS[] = {
    {HEAD, "no-townships"},
    {HEAD TOWN "items: [{id: B-1, kind: basic, name: 低保核查, office: 社会事务办}]\n", "no-basis"},
    {HEAD TOWN "items: [{id: B-1, kind: basic, name: 低保核查, office: 社会事务办, basis: [{title: 消防法}]}]\n",
     "unmarked-basis"},
    {HEAD TOWN "items: [{id: B-1, kind: basic, name: 低保核查, basis: [{title: 消防法, verified: V}]}]\n", "no-office"},
    {HEAD TOWN
     "items: [{id: C-1, kind: cooperative, name: 消防检查, department: fire, township_duty: 巡查, basis: [{title: 消防法, "
     "verified: V}]}]\n",
     "no-department-duty"},
    {HEAD TOWN
     "items: [{id: C-1, kind: cooperative, name: 消防检查, department: fire, department_duty: 检查, basis: [{title: 消防法, "
     "verified: V}]}]\n",
     "no-township-duty"},
    {HEAD TOWN "items: [{id: R-1, kind: recalled, name: 消防执法, department: fire, basis: [{title: 消防法, verified: V}]}]\n",
     "no-working-mode"},
    {HEAD TOWN "powers: [{power: penalty, mode: delegated, published_on: 2023-05-01, evaluated_on: 2026-01-10}]\n",
     "no-decision"},
    {HEAD TOWN "powers: [{power: penalty, decision: 决定, published_on: 2023-05-01}]\n", "no-evaluation"},
    {HEAD TOWN "powers: [{power: penalty, mode: delegated, decision: 决定, evaluated_on: 2026-01-10}]\n", "no-publication"},
};

static void a_careful_keeper_is_warned(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(CARELESS); i++) {
        struct read read;
        read_text(&read, str_of(CARELESS[i].text));
        assert_int_equal(read.status, QUANZE_OK);
        if (read.problems.warnings != 1 || strcmp(read.problems.at[0].code, CARELESS[i].code) != 0)
            fail_msg("case %zu: %zu warnings, expected only %s", i, read.problems.warnings, CARELESS[i].code);
        assert_true(read.problems.at[0].is_warning);
        read_free(&read);
    }
}

static void an_empty_value_is_not_written_at_all(void **state) {
    (void)state;
    struct read read;
    read_text(&read, STR(HEAD "valid_to:\n" TOWN "parameters: {min_notice_workdays: }\nwaivers:\nitems:\n"
                              "  - {id: B-1, kind: basic, name: 低保核查, funds: , staff: {min: , skill: }, valid_to: }\n"));
    assert_int_equal(read.status, QUANZE_OK);
    assert_int_equal(read.list.parameter_count, 0);
    assert_int_equal(read.list.items[0].per_person_day, -1);
    assert_int_equal(read.list.items[0].staff_min, -1);
    assert_int_equal(read.list.items[0].validity.to, DAY_NONE);
    read_free(&read);
    read_text(&read, STR(HEAD TOWN "items: [{id: B-1, kind: , name: 低保核查}]\n"));
    assert_int_equal(read.status, QUANZE_BAD_DATA); /* but a required key needs a value */
    assert_non_null(find_problem(&read.problems, "missing-key"));
    read_free(&read);
}

static void a_parameter_may_be_a_dated_series(void **state) {
    (void)state;
    struct read read;
    read_text(&read, STR(HEAD "packs: [east, west]\n" TOWN "parameters:\n"
                              "  plain: 2\n"
                              "  dated:\n"
                              "    - {value: 3, valid_to: 2025-06-30}\n"
                              "    - {value: 2.5, valid_from: 2025-07-01, published_on: 2025-06-01}\n"));
    assert_int_equal(read.status, QUANZE_OK);
    assert_int_equal(read.list.parameter_count, 3);
    int32_t before = 0, after = 0;
    assert_true(day_parse(STR("2025-06-30"), &before) && day_parse(STR("2025-07-01"), &after));
    assert_true(list_parameter_on(&read.list, STR("plain"), before)->value == 2);
    assert_true(list_parameter_on(&read.list, STR("dated"), before)->value == 3);
    assert_true(list_parameter_on(&read.list, STR("dated"), after)->value == 2.5);
    assert_null(list_parameter_on(&read.list, STR("other"), after));
    assert_int_equal(read.list.pack_count, 2);
    assert_str(read.list.packs[1].id, "west");
    assert_true(read.list.packs[1].place.line > 0 && read.list.packs[1].place.column == 15);
    int32_t known_at = 0;
    assert_true(day_parse(STR("2025-05-31"), &known_at));
    list_forget(&read.list, known_at);
    assert_null(list_parameter_on(&read.list, STR("dated"), after));
    assert_non_null(list_parameter_on(&read.list, STR("dated"), before));
    read_free(&read);
}

static void a_wrong_series_is_told(void **state) {
    (void)state;
    static const struct {
        const char *text, *code, *says;
    } rows[] = {
        {"{a: [{value: 1}, {value: 2}]}", "duplicate-name", "\"a\""},
        {"{a: [{value: 1, valid_to: 2025-06-30}, {value: 2, valid_from: 2025-06-30}]}", "duplicate-name", "\"a\""},
        {"{a: [{value: 1, valid_from: 2025-06-30, valid_to: 2025-06-01}]}", "reversed-dates", "valid_to"},
        {"{a: [{valid_from: 2025-06-30}]}", "missing-key", "value"},
        {"{a: [{value: two}]}", "not-number", "two"},
        {"{a: [{valeu: 2}]}", "unknown-key", "did you mean value"},
        {"{a: [2]}", "wrong-type", "a should be"},
        {"{a: {value: 2}}", "wrong-type", "a should be"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct read read;
        char text[512];
        (void)snprintf(text, sizeof text, "%sparameters: %s\n", HEAD TOWN, rows[i].text);
        read_text(&read, str_of(text));
        assert_int_equal(read.status, QUANZE_BAD_DATA);
        const struct problem *problem = find_problem(&read.problems, rows[i].code);
        if (!problem || !strstr(problem->en.at, rows[i].says)) fail_msg("row %zu: %s", i, read.problems.at[0].en.at);
        read_free(&read);
    }
}

static void one_id_may_have_a_later_version(void **state) {
    (void)state;
    struct read read;
    read_text(&read, STR(HEAD TOWN "items:\n"
                                   "  - {id: B-1, kind: basic, name: 低保核查, valid_to: 2025-12-31}\n"
                                   "  - {id: B-1, kind: basic, name: 低保入户核查, valid_from: 2026-01-01}\n"));
    assert_int_equal(read.status, QUANZE_OK);
    assert_int_equal(read.list.item_count, 2);
    read_free(&read);
}

static void the_digest_is_that_of_the_bytes(void **state) {
    (void)state;
    struct read read, again, other;
    read_text(&read, STR(HEAD));
    read_text(&again, STR(HEAD));
    read_text(&other, STR(HEAD "# a remark\n"));
    struct digest_state state_of_bytes;
    struct digest digest;
    digest_start(&state_of_bytes);
    digest_add(&state_of_bytes, STR(HEAD));
    digest_end(&state_of_bytes, &digest);
    assert_memory_equal(&read.list.digest, &digest, sizeof digest);
    assert_memory_equal(&read.list.digest, &again.list.digest, sizeof digest);
    assert_memory_not_equal(&read.list.digest, &other.list.digest, sizeof digest);
    read_free(&read);
    read_free(&again);
    read_free(&other);
}

static void the_demo_list_is_whole(void **state) {
    (void)state;
    struct read read;
    read_path(&read, SOURCE_DIR "/lists/demo");
    if (read.status != QUANZE_OK) fail_msg("%s:%u: %s", read.error.file, read.error.line, read.error.en);
    size_t kinds[3] = {0};
    for (size_t i = 0; i < read.list.item_count; i++) kinds[read.list.items[i].kind]++;
    assert_true(kinds[ITEM_BASIC] >= 28 && kinds[ITEM_COOPERATIVE] >= 25 && kinds[ITEM_RECALLED] >= 25);
    assert_int_equal(read.list.township_count, 28);
    assert_true(read.list.department_count >= 15);
    assert_int_equal(read.list.waiver_count, 1);
    for (size_t i = 0; i < read.problems.count; i++) assert_string_equal(read.problems.at[i].code, "no-basis");
    read_free(&read);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_is_the_one_error_in_its_place),
        cmocka_unit_test(all_faults_of_a_file_come_in_one_run),
        cmocka_unit_test(a_list_without_a_head_lacks_each_key),
        cmocka_unit_test(an_alias_bomb_does_not_go_off),
        cmocka_unit_test(a_text_of_64_mebibytes_is_refused),
        cmocka_unit_test(what_cannot_be_opened_is_no_input),
        cmocka_unit_test(a_folder_is_read_as_one_list),
        cmocka_unit_test(tasks_beside_a_list_are_no_part_of_it),
        cmocka_unit_test(an_item_keeps_what_is_written),
        cmocka_unit_test(powers_and_waivers_keep_what_is_written),
        cmocka_unit_test(windows_files_read_the_same),
        cmocka_unit_test(a_careful_keeper_is_warned),
        cmocka_unit_test(an_empty_value_is_not_written_at_all),
        cmocka_unit_test(a_parameter_may_be_a_dated_series),
        cmocka_unit_test(a_wrong_series_is_told),
        cmocka_unit_test(one_id_may_have_a_later_version),
        cmocka_unit_test(the_digest_is_that_of_the_bytes),
        cmocka_unit_test(the_demo_list_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
