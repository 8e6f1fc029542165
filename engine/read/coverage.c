/* coverage.c - rules/coverage.yaml: which statement of the sources, and which statute, is checked by what.
 *
 * format: quanze/coverage/1
 * seeds: [{id, by: rule|product|none, rules: [ids], why: {zh, en}}]
 * statutes: [{title, article, verified, rules: [ids], why: {zh, en}}]
 */
#include <read/keys.h>
#include <read/list/written.h>
#include <read/parts.h>
#include <read/read.h>

enum { WHY_ZH, WHY_EN, WHY_KEYS };
enum { ROW_ID, ROW_BY, ROW_RULES, ROW_WHY, ROW_KEYS };
enum { STATUTE_TITLE, STATUTE_ARTICLE, STATUTE_VERIFIED, STATUTE_RULES, STATUTE_WHY, STATUTE_KEYS };

static const struct choice BY[] = {{STR_INIT("rule"), STR_INIT("规则"), STR_INIT("rule")},
                                   {STR_INIT("product"), STR_INIT("程序本身"), STR_INIT("product")},
                                   {STR_INIT("none"), STR_INIT("不能由程序检查"), STR_INIT("none")}};

static const struct key WHY[] = {
    [WHY_ZH] = {.name = "zh", .type = FACT_TEXT},
    [WHY_EN] = {.name = "en", .type = FACT_TEXT},
};

static const struct key ROW[] = {
    [ROW_ID] = {.name = "id", .type = FACT_TEXT, .required = true},
    [ROW_BY] = {.name = "by", .type = FACT_TEXT, .required = true},
    [ROW_RULES] = {.name = "rules", .type = FACT_TEXTS},
    [ROW_WHY] = {.name = "why", .type = FACT_RECORDS, .fields = WHY, .field_count = WHY_KEYS},
};

static const struct key STATUTE[] = {
    [STATUTE_TITLE] = {.name = "title", .type = FACT_TEXT, .required = true},
    [STATUTE_ARTICLE] = {.name = "article", .type = FACT_TEXT, .required = true},
    [STATUTE_VERIFIED] = {.name = "verified", .type = FACT_TEXT},
    [STATUTE_RULES] = {.name = "rules", .type = FACT_TEXTS},
    [STATUTE_WHY] = {.name = "why", .type = FACT_RECORDS, .fields = WHY, .field_count = WHY_KEYS},
};

struct coverage_reading {
    struct reading from;
    struct coverage *out;
    struct keys keys;
};

static struct str text_of(const struct coverage_reading *reading, const struct value *value) {
    return value->state == VALUE_GIVEN ? arena_copy(&reading->out->arena, value_text(value)) : (struct str){"", 0};
}

static struct str text_at(const struct coverage_reading *reading, size_t key) {
    return text_of(reading, &reading->keys.values[key]);
}

/* The reason in one language; empty when none is given. */
static struct str why_at(const struct coverage_reading *reading, size_t key, size_t language) {
    const struct value *why = &reading->keys.values[key];
    return why->state == VALUE_GIVEN ? text_of(reading, &why->items[language]) : (struct str){"", 0};
}

static struct texts texts_at(const struct coverage_reading *reading, size_t key) {
    const struct value *value = &reading->keys.values[key];
    struct texts texts = {NULL, value->state == VALUE_GIVEN ? value->count : 0};
    texts.at = arena_take_array(&reading->out->arena, texts.count, sizeof *texts.at);
    for (size_t i = 0; texts.at && i < texts.count; i++)
        texts.at[i] = arena_copy(&reading->out->arena, value_text(&value->items[i]));
    return texts;
}

static void take_row(const struct coverage_reading *reading, const struct node *node) {
    struct coverage *out = reading->out;
    struct coverage_row *row = &out->rows[out->row_count];
    const struct choices words = {BY, sizeof BY / sizeof *BY};
    if (!keys_read(&reading->keys, node, &reading->from)) return;
    struct str by = value_text(&reading->keys.values[ROW_BY]);
    int found = choice_find(words, by);
    if (found < 0) {
        written_report(FACT_CHOICE, words, STR("by"), by, node_place(node, reading->from.file), reading->from.problems);
        return;
    }
    *row = (struct coverage_row){.id = text_at(reading, ROW_ID),
                                 .by = (enum coverage_by)found,
                                 .rules = texts_at(reading, ROW_RULES),
                                 .why_zh = why_at(reading, ROW_WHY, WHY_ZH),
                                 .why_en = why_at(reading, ROW_WHY, WHY_EN)};
    out->row_count++;
}

static void take_statute(const struct coverage_reading *reading, const struct node *node) {
    struct coverage *out = reading->out;
    if (!keys_read(&reading->keys, node, &reading->from)) return;
    struct str verified = text_at(reading, STATUTE_VERIFIED);
    out->statutes[out->statute_count++] =
        (struct coverage_statute){.cite = {.title = text_at(reading, STATUTE_TITLE),
                                           .article = text_at(reading, STATUTE_ARTICLE),
                                           .verified = verified.length ? verified.at[0] : '\0'},
                                  .rules = texts_at(reading, STATUTE_RULES),
                                  .why_zh = why_at(reading, STATUTE_WHY, WHY_ZH),
                                  .why_en = why_at(reading, STATUTE_WHY, WHY_EN)};
}

/* The entries under one key of the file; false when memory ran out. */
static bool take_all(struct coverage_reading *reading, const struct node *entries, const struct key *table, size_t key_count,
                     void (*take)(const struct coverage_reading *, const struct node *)) {
    if (!keys_make(table, key_count, reading->from.arena, &reading->keys)) return false;
    for (const struct node *entry = entries ? entries->first : NULL; entry; entry = entry->next) take(reading, entry);
    return !reading->from.problems->out_of_memory;
}

static bool is_coverage(const struct node *root, const char *file, struct problems *problems) {
    const struct node *format = node_child(root, "format");
    if (format && str_equal(format->text, STR("quanze/coverage/1"))) return true;
    problem_error(problems, "bad-format", node_place(format ? format : root, file), "format 应为 quanze/coverage/1",
                  "format should be quanze/coverage/1");
    return false;
}

static bool take_file(const struct part *part, struct arena *scratch, struct coverage *out, struct problems *problems) {
    struct coverage_reading reading = {.from = {part->file, scratch, problems}, .out = out};
    const struct node *rows = node_child(part->root, "seeds"), *statutes = node_child(part->root, "statutes");
    if (!is_coverage(part->root, part->file, problems)) return true;
    out->rows = arena_take_array(&out->arena, rows ? rows->count : 0, sizeof *out->rows);
    out->statutes = arena_take_array(&out->arena, statutes ? statutes->count : 0, sizeof *out->statutes);
    return out->rows && out->statutes && take_all(&reading, rows, ROW, ROW_KEYS, take_row) &&
           take_all(&reading, statutes, STATUTE, STATUTE_KEYS, take_statute);
}

quanze_status read_coverage(const char *path, struct coverage *out, struct problems *problems, struct quanze_error *error) {
    struct parts parts = {.count = 0};
    quanze_status status = parts_read(path, NULL, &out->arena, &parts, problems, error);
    if (status == QUANZE_OK && parts.count > 0 && !take_file(&parts.at[0], &parts.arena, out, problems))
        status = error_memory(error);
    parts_free(&parts);
    return status == QUANZE_OK ? problems_status(problems, error) : status;
}
