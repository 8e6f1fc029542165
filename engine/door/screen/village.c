#include <door/screen/village.h>

#include <base/buf.h>

/* Millionths of score. Under the one, titles that only share a word with an item were found; within the other, it is not clear
 * which of two items on unlike sides is meant. */
enum { CLEAR = 750000, CLEARLY_BETTER = 100000 };

/* What is asked of villages stands in sentences that name them; a longer text would drown it. */
enum { MAX_SENTENCE_BYTES = 1200 };

static bool names_villages(struct str sentence) {
    static const char *const WORDS[] = {"村", "社区", "居委会", "居民委员会"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_find(sentence, str_of(WORDS[i])) >= 0) return true;
    return false;
}

/* Bytes of the sentence that `text` starts with, its end included. */
static size_t sentence_length(struct str text) {
    static const char *const ENDS[] = {"。", "；", "！", "\n"};
    size_t length = text.length;
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        const ptrdiff_t at = str_find((struct str){text.at, length}, str_of(ENDS[i]));
        if (at >= 0) length = (size_t)at + strlen(ENDS[i]);
    }
    return length;
}

/* The sentences of the text that name villages, one after the other. */
static void gather(struct str text, struct buf *out) {
    while (text.length > 0) {
        const size_t length = sentence_length(text);
        const struct str sentence = {text.at, length};
        if (names_villages(sentence) && out->length + length <= MAX_SENTENCE_BYTES) buf_put(out, sentence);
        text = (struct str){text.at + length, text.length - length};
    }
}

static bool is_excluded(const struct item *item) { return item->kind == VILLAGE_EXCLUDED; }

/* The villages' list names matters. Papers, figures, apps and plaques about a matter are not that matter, so that it does not
 * tell whether villages owe them. */
static bool asks_traces(const struct task *task) {
    static const enum fact_id TRACES[] = {FACT_ID_DEMANDS_FORMS,   FACT_ID_DEMANDS_DOSSIER, FACT_ID_DEMANDS_APPS,
                                          FACT_ID_DEMANDS_PLAQUES, FACT_ID_DEMANDS_SITES,   FACT_ID_DEMANDS_GROUPS,
                                          FACT_ID_QUOTA_TOTAL,     FACT_ID_QUOTA_SHARE};
    static const char *const KINDS[] = {"form",     "ledger",         "material", "survey",       "data_collection", "app",
                                        "check_in", "follow_forward", "points",   "mini_program", "chat_group",      "plaque",
                                        "quota",    "site_building",  "voting",   "wall_posting"};
    for (size_t i = 0; i < sizeof TRACES / sizeof *TRACES; i++)
        if (task_given(task, TRACES[i]) && (task->value[TRACES[i]].count > 0 || task->value[TRACES[i]].number > 0)) return true;
    if (!task_given(task, FACT_ID_KIND)) return false;
    const struct str kind = fact_at(FACT_ID_KIND)->choices.at[task->value[FACT_ID_KIND].number].name;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_equal(kind, str_of(KINDS[i]))) return true;
    return false;
}

/* The best item of an accepted result, unless one on the other side is about as good. */
static const struct item *clear_item(const struct list *list, const struct match_result *result) {
    if (!result->accepted || result->hits[0].score < CLEAR) return NULL;
    const struct item *best = &list->village_items[result->hits[0].item];
    for (size_t i = 1; i < result->count; i++) {
        const struct item *other = &list->village_items[result->hits[i].item];
        if (is_excluded(other) != is_excluded(best) && result->hits[i].score + CLEARLY_BETTER > result->hits[0].score)
            return NULL;
    }
    return best;
}

struct search {
    const struct quanze *engine;
    struct match_scratch *scratch;
    int32_t day;
};

static quanze_status search(const struct search *search, struct str text, struct match_result *out,
                            struct quanze_error *error) {
    const struct match_query query = {.title = text, .department = -1, .day = search->day};
    *out = (struct match_result){.count = 0};
    return text.length > 0 ? match_find(search->engine->village_index, search->scratch, &query, out, error) : QUANZE_OK;
}

/* The title tells the matter; what the text says of villages may not point to the other side. */
static quanze_status find(const struct search *tools, const struct task *task, struct buf *sentences, const struct item **out,
                          struct quanze_error *error) {
    const struct list *list = &tools->engine->list;
    struct match_result by_title, by_text;
    gather(task_text(task, FACT_ID_BODY), sentences);
    if (sentences->failed) return error_memory(error);
    quanze_status status = search(tools, task_text(task, FACT_ID_TITLE), &by_title, error);
    if (status == QUANZE_OK) status = search(tools, buf_str(sentences), &by_text, error);
    if (status != QUANZE_OK) return status;
    const struct item *item = clear_item(list, &by_title);
    if (!item || (!is_excluded(item) && asks_traces(task))) return QUANZE_OK;
    if (by_text.accepted && is_excluded(&list->village_items[by_text.hits[0].item]) != is_excluded(item)) return QUANZE_OK;
    *out = item;
    return QUANZE_OK;
}

quanze_status village_find(const struct quanze *engine, const struct task *task, int32_t day, const struct item **out,
                           struct quanze_error *error) {
    if (!engine->village_index || task_knows(task, FACT_ID_DEMANDS_VILLAGE_LISTED) ||
        !task_true(task, FACT_ID_DEMANDS_PASS_TO_VILLAGE))
        return QUANZE_OK;
    /* Few tasks ask anything of villages, so what the search works with is made for each. */
    struct search tools = {.engine = engine, .day = day};
    struct buf sentences = {0};
    quanze_status status = match_scratch_open(engine->village_index, &tools.scratch, error);
    if (status == QUANZE_OK) status = find(&tools, task, &sentences, out, error);
    match_scratch_close(tools.scratch);
    buf_free(&sentences);
    return status;
}
