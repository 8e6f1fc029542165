/* bundle.c - see bundle.h. */
#include <read/bundle.h>

#include <base/day.h>
#include <read/json.h>

/* One file being read; the first thing that is wrong is kept. */
struct bundle_reading {
    const char *file;
    struct arena *arena;
    struct quanze_error *error;
    bool failed;
};

static void fail(struct bundle_reading *reading, const struct node *node, const char *key) {
    if (reading->failed) return;
    reading->failed = true;
    error_at(reading->error, QUANZE_BAD_DATA, node_place(node, reading->file), "“%s”缺少，或者不合格式",
             "\"%s\" is missing or not as the format says", key);
}

static const struct node *child(struct bundle_reading *reading, const struct node *mapping, const char *key,
                                enum node_kind kind) {
    const struct node *node = mapping->kind == NODE_MAPPING ? node_child(mapping, key) : NULL;
    if (node && node->kind == kind) return node;
    fail(reading, node ? node : mapping, key);
    return NULL;
}

static struct str text(struct bundle_reading *reading, const struct node *mapping, const char *key) {
    const struct node *node = child(reading, mapping, key, NODE_SCALAR);
    if (node && node->quoted) return node->text;
    if (node) fail(reading, node, key);
    return STR("");
}

static int64_t number(struct bundle_reading *reading, const struct node *mapping, const char *key) {
    const struct node *node = child(reading, mapping, key, NODE_SCALAR);
    int64_t value = 0;
    if (!node) return 0;
    for (size_t i = 0; i < node->text.length; i++) {
        const char digit = node->text.at[i];
        if (digit < '0' || digit > '9' || i > 15) fail(reading, node, key);
        value = reading->failed ? 0 : value * 10 + (digit - '0');
    }
    if (node->quoted || node->text.length == 0) fail(reading, node, key);
    return value;
}

static bool truth(struct bundle_reading *reading, const struct node *mapping, const char *key) {
    const struct node *node = child(reading, mapping, key, NODE_SCALAR);
    if (!node || (!node->quoted && str_equal(node->text, STR("false")))) return false;
    if (node->quoted || !str_equal(node->text, STR("true"))) fail(reading, node, key);
    return !reading->failed;
}

/* A day, or with `may_be_open` null, which is DAY_NONE. */
static int32_t day(struct bundle_reading *reading, const struct node *mapping, const char *key, bool may_be_open) {
    const struct node *node = node_child(mapping, key);
    int32_t value = DAY_NONE;
    if (may_be_open && node && node->kind == NODE_NULL) return DAY_NONE;
    const struct str written = text(reading, mapping, key);
    if (!reading->failed && !day_parse(written, &value)) fail(reading, node, key);
    return value;
}

static struct digest digest(struct bundle_reading *reading, const struct node *mapping, const char *key) {
    const struct str written = text(reading, mapping, key);
    struct digest value = {{0}};
    if (!reading->failed && !digest_parse(written, &value)) fail(reading, mapping, key);
    return value;
}

static struct texts texts(struct bundle_reading *reading, const struct node *mapping, const char *key) {
    const struct node *node = child(reading, mapping, key, NODE_SEQUENCE);
    struct texts value = {NULL, 0};
    if (!node) return value;
    value.at = arena_take_array(reading->arena, node->count + 1, sizeof *value.at);
    for (const struct node *one = node->first; one && value.at; one = one->next) {
        if (one->kind != NODE_SCALAR || !one->quoted) fail(reading, one, key);
        value.at[value.count++] = one->text;
    }
    return value;
}

static const struct node *root_of(struct bundle_reading *reading, struct str bytes, struct str format) {
    struct problems problems = {.arena = reading->arena};
    const struct json_origin origin = {reading->file, 1, 1, false};
    struct node *root = NULL;
    const bool parsed = json_parse(bytes, &origin, reading->arena, &root, &problems);
    if (!parsed || problems.errors > 0 || !root) {
        reading->failed = true;
        if (problems_status(&problems, reading->error) == QUANZE_OK) (void)error_memory(reading->error);
        return NULL;
    }
    if (!str_equal(text(reading, root, "format"), format)) fail(reading, root, "format");
    return reading->failed ? NULL : root;
}

static void take_parts(struct bundle_reading *reading, const struct node *root, struct bundle_manifest *out) {
    const struct node *parts = child(reading, root, "parts", NODE_SEQUENCE);
    if (!parts) return;
    out->parts = arena_take_array(reading->arena, parts->count + 1, sizeof *out->parts);
    for (const struct node *one = parts->first; one && out->parts && !reading->failed; one = one->next)
        out->parts[out->part_count++] = (struct bundle_part){.name = text(reading, one, "name"),
                                                             .bytes = (uint64_t)number(reading, one, "bytes"),
                                                             .digest = digest(reading, one, "sha256")};
}

static quanze_status end(const struct bundle_reading *reading, const void *taken) {
    if (reading->failed) return reading->error->status;
    return taken ? QUANZE_OK : error_memory(reading->error);
}

quanze_status read_bundle_manifest(struct str bytes, struct arena *arena, struct bundle_manifest *out,
                                   struct quanze_error *error) {
    struct bundle_reading reading = {.file = BUNDLE_MANIFEST, .arena = arena, .error = error};
    const struct node *root = root_of(&reading, bytes, STR("quanze/bundle/1"));
    struct bundle_manifest manifest = {.part_count = 0};
    if (!root) return error->status;
    manifest.engine = text(&reading, root, "engine");
    manifest.task = text(&reading, root, "task");
    manifest.as_of = day(&reading, root, "as_of", false);
    manifest.known_at = day(&reading, root, "known_at", true);
    manifest.no_match = truth(&reading, root, "no_match");
    manifest.strict = truth(&reading, root, "strict");
    manifest.packs = texts(&reading, root, "packs");
    take_parts(&reading, root, &manifest);
    const quanze_status status = end(&reading, manifest.packs.at ? (const void *)manifest.parts : NULL);
    if (status == QUANZE_OK) *out = manifest;
    return status;
}

static struct bundle_answer take_answer(struct bundle_reading *reading, const struct node *node) {
    const int query = bundle_query_find(text(reading, node, "question"));
    struct bundle_answer answer = {.from = day(reading, node, "from", false),
                                   .to = day(reading, node, "to", false),
                                   .keys = digest(reading, node, "keys"),
                                   .answer = {.count = (size_t)number(reading, node, "count"),
                                              .issuers = (size_t)number(reading, node, "issuers"),
                                              .tasks = texts(reading, node, "tasks")}};
    if (query < 0) fail(reading, node, "question");
    if (answer.answer.count > HISTORY_MOST) fail(reading, node, "count");
    if (answer.answer.issuers > HISTORY_MAX_TASKS) fail(reading, node, "issuers");
    if (answer.answer.tasks.count > HISTORY_MAX_TASKS) fail(reading, node, "tasks");
    answer.query = query < 0 ? HISTORY_OTHER_ISSUERS : (enum history_query)query;
    return answer;
}

quanze_status read_bundle_past(struct str bytes, struct arena *arena, struct bundle_past *out, struct quanze_error *error) {
    struct bundle_reading reading = {.file = BUNDLE_PAST, .arena = arena, .error = error};
    const struct node *root = root_of(&reading, bytes, STR("quanze/past/1"));
    struct bundle_past past = {.count = 0};
    if (!root) return error->status;
    past.asked = truth(&reading, root, "asked");
    const struct node *answers = child(&reading, root, "answers", NODE_SEQUENCE);
    past.at = arena_take_array(arena, answers ? answers->count + 1 : 1, sizeof *past.at);
    for (const struct node *one = answers ? answers->first : NULL; one && past.at && !reading.failed; one = one->next)
        past.at[past.count++] = take_answer(&reading, one);
    const quanze_status status = end(&reading, past.at);
    if (status == QUANZE_OK) *out = past;
    return status;
}
