/* thesaurus.c - see thesaurus.h. */
#include <read/thesaurus.h>

#include <base/utf8.h>
#include <read/keys.h>
#include <read/list/written.h>
#include <read/parts.h>

enum { KEY_FORMAT, KEY_GROUPS, KEY_FAINT, KEYS };
enum { GROUP_WORDS, GROUP_NEAR, GROUP_WEIGHT, GROUP_KEYS };

static const struct key GROUP[] = {[GROUP_WORDS] = {.name = "words", .type = FACT_TEXTS},
                                   [GROUP_NEAR] = {.name = "near", .type = FACT_TEXTS},
                                   [GROUP_WEIGHT] = {.name = "weight", .type = FACT_RATIO}};

static const struct key HEAD[] = {
    [KEY_FORMAT] = {.name = "format", .type = FACT_TEXT, .required = true},
    [KEY_GROUPS] = {.name = "groups", .type = FACT_RECORDS, .fields = GROUP, .field_count = GROUP_KEYS},
    [KEY_FAINT] = {.name = "faint", .type = FACT_TEXTS}};

static const int32_t SAYS_JUST_THIS = 1000000, NEAR_BY_DEFAULT = 600000;

/* One file being read. */
struct thesaurus_reading {
    struct thesaurus *thesaurus;
    struct reading reading;
    size_t group_start; /* the first word of the group under way */
};

/* The place of the n-th text of a key of a group; `group` may be a lone scalar. */
static struct place text_place(const struct thesaurus_reading *reading, const struct node *group, const char *key, size_t n) {
    const struct node *node = group->kind == NODE_MAPPING ? node_child(group, key) : group;
    if (node && node->kind == NODE_SEQUENCE)
        for (node = node->first; n > 0 && node->next; n--) node = node->next;
    return node_place(node ? node : group, reading->reading.file);
}

/* Whether a text is fit to be a word here; says why it is not. */
static bool is_fit(const struct thesaurus_reading *reading, struct str text, struct place place) {
    const struct thesaurus *thesaurus = reading->thesaurus;
    struct problems *problems = reading->reading.problems;
    if (utf8_length(text) < 2) {
        problem_error(problems, "short-word", place, "“%.*s”只有一个字；一个词至少两个字",
                      "\"%.*s\" is one character; a word has at least two", WRITTEN_SHOWN(text));
        return false;
    }
    for (size_t i = reading->group_start; i < thesaurus->word_count; i++)
        if (str_equal(thesaurus->words[i].text, text)) {
            problem_error(problems, "double-word", place, "“%.*s”在这一组里写了两次", "\"%.*s\" is written twice in this group",
                          WRITTEN_SHOWN(text));
            return false;
        }
    return true;
}

static void add_word(struct thesaurus_reading *reading, struct str text, int32_t weight) {
    struct thesaurus *thesaurus = reading->thesaurus;
    const struct str copy = arena_copy(&thesaurus->arena, text);
    if (!copy.at) reading->reading.problems->out_of_memory = true;
    if (copy.at) thesaurus->words[thesaurus->word_count++] = (struct thesaurus_word){copy, thesaurus->meaning_count, weight};
}

static void take_words(struct thesaurus_reading *reading, const struct node *group, const struct value *texts, size_t key,
                       int32_t weight) {
    for (size_t i = 0; texts->state == VALUE_GIVEN && i < texts->count; i++) {
        const struct str text = str_trim(value_text(&texts->items[i]));
        if (is_fit(reading, text, text_place(reading, group, GROUP[key].name, i))) add_word(reading, text, weight);
    }
}

static void take_group(struct thesaurus_reading *reading, const struct node *node, const struct value *group) {
    const struct value *weight = &group[GROUP_WEIGHT];
    const int32_t near = weight->state == VALUE_GIVEN ? (int32_t)weight->number : NEAR_BY_DEFAULT;
    reading->group_start = reading->thesaurus->word_count;
    take_words(reading, node, &group[GROUP_WORDS], GROUP_WORDS, SAYS_JUST_THIS);
    take_words(reading, node, &group[GROUP_NEAR], GROUP_NEAR, near);
    if (reading->thesaurus->word_count > reading->group_start)
        reading->thesaurus->meaning_count++;
    else
        problem_error(reading->reading.problems, "empty-group", node_place(node, reading->reading.file), "这一组里没有词",
                      "there is no word in this group");
}

/* Makes an array longer by `more` in the arena; false when memory ran out. */
static bool extend(struct arena *arena, void *array, size_t count, size_t more, size_t size) {
    void *grown = arena_take_array(arena, count + more, size), *before;
    if (!grown) return false;
    memcpy(&before, array, sizeof before);
    if (count) memcpy(grown, before, count * size);
    memcpy(array, &grown, sizeof grown);
    return true;
}

static size_t count_words(const struct value *groups) {
    size_t count = 0;
    for (size_t i = 0; groups->state == VALUE_GIVEN && i < groups->count; i++) {
        const struct value *group = &groups->items[i * GROUP_KEYS];
        count += group[GROUP_WORDS].state == VALUE_GIVEN ? group[GROUP_WORDS].count : 0;
        count += group[GROUP_NEAR].state == VALUE_GIVEN ? group[GROUP_NEAR].count : 0;
    }
    return count;
}

static bool take_groups(struct thesaurus_reading *reading, const struct node *root, const struct value *groups) {
    struct thesaurus *out = reading->thesaurus;
    if (!extend(&out->arena, &out->words, out->word_count, count_words(groups), sizeof *out->words)) return false;
    if (groups->state != VALUE_GIVEN) return true;
    const struct node *list = node_child(root, HEAD[KEY_GROUPS].name);
    const struct node *node = list->kind == NODE_SEQUENCE ? list->first : list;
    for (size_t i = 0; i < groups->count; i++, node = node->next) take_group(reading, node, &groups->items[i * GROUP_KEYS]);
    return true;
}

static bool take_faint(struct thesaurus_reading *reading, const struct node *root, const struct value *faint) {
    struct thesaurus *out = reading->thesaurus;
    if (faint->state != VALUE_GIVEN) return true;
    if (!extend(&out->arena, &out->faint, out->faint_count, faint->count, sizeof *out->faint)) return false;
    reading->group_start = out->word_count;
    for (size_t i = 0; i < faint->count; i++) {
        const struct str text = str_trim(value_text(&faint->items[i]));
        if (!is_fit(reading, text, text_place(reading, root, HEAD[KEY_FAINT].name, i))) continue;
        out->faint[out->faint_count] = arena_copy(&out->arena, text);
        if (!out->faint[out->faint_count++].at) return false;
    }
    return true;
}

static bool is_thesaurus(const struct thesaurus_reading *reading, const struct node *root, const struct value *format) {
    if (str_equal(value_text(format), STR("quanze/thesaurus/1"))) return true;
    problem_error(reading->reading.problems, "wrong-format", node_place(node_child(root, "format"), reading->reading.file),
                  "format 写的是“%.*s”，应为 quanze/thesaurus/1", "format is \"%.*s\", expected quanze/thesaurus/1",
                  WRITTEN_SHOWN(value_text(format)));
    return false;
}

/* False when memory ran out; whatever else is wrong is in the problems. */
static bool take_part(struct thesaurus_reading *reading, const struct keys *keys, const struct part *part) {
    reading->reading.file = part->file;
    if (!keys_read(keys, part->root, &reading->reading)) return true;
    if (!is_thesaurus(reading, part->root, &keys->values[KEY_FORMAT])) return true;
    return take_groups(reading, part->root, &keys->values[KEY_GROUPS]) &&
           take_faint(reading, part->root, &keys->values[KEY_FAINT]);
}

/* What is read later is laid over what is there. */
static void add_digest(struct thesaurus *thesaurus, const struct digest *digest) {
    struct digest_state state;
    const struct digest before = thesaurus->digest;
    thesaurus->digest = *digest;
    if (thesaurus->is_read) {
        digest_start(&state);
        digest_add(&state, (struct str){(const char *)before.bytes, sizeof before.bytes});
        digest_add(&state, (struct str){(const char *)digest->bytes, sizeof digest->bytes});
        digest_end(&state, &thesaurus->digest);
    }
    thesaurus->is_read = true;
}

quanze_status read_thesaurus(const char *path, struct thesaurus *out, struct problems *problems, struct quanze_error *error) {
    struct parts parts = {.count = 0};
    quanze_status status = parts_read(path, NULL, &out->arena, &parts, problems, error);
    struct thesaurus_reading reading = {.thesaurus = out, .reading = {.arena = &parts.arena, .problems = problems}};
    struct keys keys;
    bool taken = status != QUANZE_OK || keys_make(HEAD, KEYS, &parts.arena, &keys);
    for (size_t i = 0; status == QUANZE_OK && taken && i < parts.count; i++)
        taken = take_part(&reading, &keys, &parts.at[i]) && !problems->out_of_memory;
    if (status == QUANZE_OK) add_digest(out, &parts.digest);
    parts_free(&parts);
    if (!taken) return error_memory(error);
    return status == QUANZE_OK ? problems_status(problems, error) : status;
}
