/* score.c - see score.h. A fact is a leaf: one value, one entry of a list, one field of a record. */
#include "score.h"

#include <check.h>
#include <read/notice/notice.h>
#include <read/read.h>
#include <stdio.h>
#include <stdlib.h>

#define LEAVES_MOST 256

struct leaf {
    enum fact_id fact;
    int field;
    enum fact_type type;
    struct value value;
};

struct leaves {
    struct leaf at[LEAVES_MOST];
    bool matched[LEAVES_MOST];
    size_t count;
};

struct bench {
    struct notice_reader *reader;
    struct list list;
    struct calendar calendar;
    bool show;
};

static void add_leaf(struct leaves *leaves, struct leaf leaf) {
    assert_true(leaves->count < LEAVES_MOST);
    leaves->at[leaves->count++] = leaf;
}

static void add_value(struct leaves *leaves, struct leaf leaf, enum fact_type element) {
    if (leaf.value.state == VALUE_GIVEN && (leaf.type == FACT_TEXTS || leaf.type == FACT_CHOICES)) {
        for (uint32_t i = 0; i < leaf.value.count; i++)
            add_leaf(leaves, (struct leaf){leaf.fact, leaf.field, element, leaf.value.items[i]});
        return;
    }
    add_leaf(leaves, leaf);
}

static enum fact_type element_of(enum fact_type type) { return type == FACT_CHOICES ? FACT_CHOICE : FACT_TEXT; }

static void add_records(struct leaves *leaves, enum fact_id fact, const struct value *value) {
    const struct fact_info *info = fact_at(fact);
    for (uint32_t row = 0; row < value->count; row++)
        for (size_t field = 0; field < info->field_count; field++) {
            const struct value *one = &value->items[row * info->field_count + field];
            const enum fact_type type = info->fields[field].type;
            if (one->state != VALUE_ABSENT) add_value(leaves, (struct leaf){fact, (int)field, type, *one}, element_of(type));
        }
}

/* What is not read but made, or follows from another fact, is not counted. */
static bool is_counted(enum fact_id fact) {
    return fact != FACT_ID_ID && fact != FACT_ID_BODY && fact != FACT_ID_COMPLETE && fact != FACT_ID_UNSURE &&
           fact != FACT_ID_ORIGIN && fact != FACT_ID_DOCUMENT_CHARACTERS;
}

static void flatten(const struct task *task, struct leaves *out) {
    out->count = 0;
    memset(out->matched, 0, sizeof out->matched);
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const enum fact_type type = fact_at(id)->type;
        if (!task_knows(task, (enum fact_id)id) || !is_counted((enum fact_id)id)) continue;
        if (type == FACT_RECORDS && task->value[id].state == VALUE_GIVEN)
            add_records(out, (enum fact_id)id, &task->value[id]);
        else
            add_value(out, (struct leaf){(enum fact_id)id, -1, type, task->value[id]}, element_of(type));
    }
}

/* "none" and a given 0, no or empty list are the same statement. */
static bool is_nothing(const struct leaf *leaf) {
    if (leaf->value.state == VALUE_NONE) return true;
    return leaf->type <= FACT_HOURS && leaf->value.number == 0;
}

static bool is_text(enum fact_type type) { return type == FACT_TEXT; }

static bool same_leaf(const struct leaf *a, const struct leaf *b) {
    if (a->fact != b->fact || a->field != b->field) return false;
    if (is_nothing(a) || is_nothing(b)) return is_nothing(a) && is_nothing(b);
    if (is_text(a->type)) return str_equal(value_text(&a->value), value_text(&b->value));
    return a->value.number == b->value.number && a->value.whole_day == b->value.whole_day;
}

static void print_leaf(const char *what, const char *file, const struct leaf *leaf) {
    const struct fact_info *info = fact_at(leaf->fact);
    printf("  %-7s %-28s %.*s%s%.*s = ", what, file, (int)info->name.length, info->name.at, leaf->field >= 0 ? "." : "",
           leaf->field >= 0 ? (int)info->fields[leaf->field].name.length : 0,
           leaf->field >= 0 ? info->fields[leaf->field].name.at : "");
    const struct choices choices = leaf->field >= 0 ? info->fields[leaf->field].choices : info->choices;
    char text[24];
    if (leaf->value.state == VALUE_NONE)
        printf("none\n");
    else if (is_text(leaf->type))
        printf("%.*s\n", (int)leaf->value.count, leaf->value.text);
    else if (leaf->type == FACT_CHOICE)
        printf("%s\n", choices.at[leaf->value.number].name.at);
    else if (leaf->type >= FACT_START && leaf->type <= FACT_MOMENT)
        printf("%.*s\n", (int)day_format_minute(leaf->value.number, text), text);
    else
        printf("%lld\n", (long long)leaf->value.number);
}

static void compare(const struct bench *bench, const char *file, struct leaves *wanted, struct leaves *got,
                    struct score *score) {
    score->expected += wanted->count;
    score->found += got->count;
    for (size_t w = 0; w < wanted->count; w++)
        for (size_t g = 0; g < got->count && !wanted->matched[w]; g++)
            if (!got->matched[g] && same_leaf(&wanted->at[w], &got->at[g])) wanted->matched[w] = got->matched[g] = true;
    for (size_t w = 0; w < wanted->count; w++) {
        score->right += wanted->matched[w];
        if (bench->show && !wanted->matched[w]) print_leaf("missed", file, &wanted->at[w]);
    }
    for (size_t g = 0; g < got->count && bench->show; g++)
        if (!got->matched[g]) print_leaf("wrong", file, &got->at[g]);
}

static bool has_name(const struct value *names, struct str name) {
    for (uint32_t i = 0; i < names->count; i++)
        if (str_equal(value_text(&names->items[i]), name)) return true;
    return false;
}

static void compare_doubts(const struct bench *bench, const char *file, const struct task *wanted, const struct task *got,
                           struct score *score) {
    const struct value *given = &got->value[FACT_ID_UNSURE], *expected = &wanted->value[FACT_ID_UNSURE];
    const bool has_given = task_given(got, FACT_ID_UNSURE), has_expected = task_given(wanted, FACT_ID_UNSURE);
    if (has_given) score->doubts += given->count;
    for (uint32_t i = 0; has_given && bench->show && i < given->count; i++)
        if (!has_expected || !has_name(expected, value_text(&given->items[i])))
            printf("  doubt   %-28s %.*s\n", file, (int)given->items[i].count, given->items[i].text);
    for (uint32_t i = 0; has_expected && i < expected->count; i++) {
        const bool right = has_given && has_name(given, value_text(&expected->items[i]));
        score->doubts_expected++;
        score->doubts_right += right;
        if (bench->show && !right)
            printf("  no doubt %-27s %.*s\n", file, (int)expected->items[i].count, expected->items[i].text);
    }
}

static void read_expected(const char *path, struct arena *arena, struct buf *bytes, struct task *out) {
    struct problems problems = {.arena = arena};
    struct quanze_error error;
    struct task_source *source = NULL;
    struct record record;
    bool done = false;
    if (task_source_open(path, "yaml", &source, &problems, &error) != QUANZE_OK) fail_msg("%s: %s", path, error.en);
    if (task_source_next(source, bytes, &record, &done, &problems, &error) != QUANZE_OK || done) fail_msg("%s: no task", path);
    const struct str text = {bytes->at + record.offset, record.length};
    if (task_read(source, text, record.line, arena, out, &problems, &error) != QUANZE_OK) fail_msg("%s: %s", path, error.en);
    task_source_close(source);
}

static void score_one(const struct bench *bench, const char *path, struct score *score) {
    struct arena arena = {0};
    struct buf bytes = {0};
    struct quanze_error error;
    struct str text;
    struct notice notice;
    char yaml[512];
    static struct task got, wanted;
    static struct leaves got_leaves, wanted_leaves;
    const char *file = strrchr(path, '/') + 1, *ending = strrchr(path, '.');
    (void)snprintf(yaml, sizeof yaml, "%.*s.yaml", (int)(ending - path), path);
    assert_int_equal(file_read(path, QUANZE_MAX_FILE_BYTES, &arena, &text, &error), QUANZE_OK);
    task_clear(&got);
    task_clear(&wanted);
    const struct notice_world world = {&bench->list, &bench->calendar};
    const struct paper_style style = {.wrapped = true, .marked = strcmp(ending, ".md") == 0};
    if (notice_read(bench->reader, text, style, &world, &arena, &got, &notice, &error) != QUANZE_OK)
        fail_msg("%s: %s", path, error.en);
    read_expected(yaml, &arena, &bytes, &wanted);
    flatten(&got, &got_leaves);
    flatten(&wanted, &wanted_leaves);
    compare(bench, file, &wanted_leaves, &got_leaves, score);
    for (size_t i = 0; bench->show && i < notice.doubt_count; i++)
        printf("  said    %-28s %.*s\n", file, (int)notice.doubts[i].zh.length, notice.doubts[i].zh.at);
    compare_doubts(bench, file, &wanted, &got, score);
    score->notices++;
    buf_free(&bytes);
    arena_free(&arena);
}

struct score score_folder(const char *folder) {
    struct bench bench = {.show = getenv("NOTICE_SHOW") != NULL};
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    struct score score = {0};
    const char **paths;
    size_t count;
    static const char *const ENDINGS[] = {".txt", ".md", NULL};
    assert_int_equal(notice_reader_open(&bench.reader, &error), QUANZE_OK);
    assert_int_equal(read_list("tests/notices/list.yaml", &bench.list, &problems, &error), QUANZE_OK);
    assert_int_equal(read_calendar("lists/calendar", &bench.calendar, &problems, &error), QUANZE_OK);
    assert_int_equal(file_list(folder, ENDINGS, false, &arena, &paths, &count, &error), QUANZE_OK);
    for (size_t i = 0; i < count; i++) score_one(&bench, paths[i], &score);
    list_free(&bench.list);
    calendar_free(&bench.calendar);
    notice_reader_close(bench.reader);
    arena_free(&arena);
    printf(
        "%s: %zu notices, %zu facts expected, %zu read, %zu right: precision %.3f, recall %.3f; doubts %zu of %zu, %zu more\n",
        folder, score.notices, score.expected, score.found, score.right, score_precision(&score), score_recall(&score),
        score.doubts_right, score.doubts_expected, score.doubts - score.doubts_right);
    return score;
}
