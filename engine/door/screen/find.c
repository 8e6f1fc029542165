#include <door/screen/find.h>

#include <door/screen/village.h>

enum { SCORE_CERTAIN = 1000000, WORDS_MAX = 4 };

static void take_claim(const struct list *list, struct str claim, int32_t day, struct found_item *found) {
    int item = list_find_item_on(list, claim, day);
    if (item < 0) {
        found->claim_unknown = true;
        return;
    }
    found->how = HOW_DECLARED;
    found->item = item;
    found->score = SCORE_CERTAIN;
}

/* How well the text fits the item; 0 when it is not among the best. */
static int32_t score_of(const struct match_result *result, int item) {
    for (size_t i = 0; i < result->count; i++)
        if (result->hits[i].item == item) return result->hits[i].score;
    return 0;
}

/* A declared item gets the score of its text, so that a claim that the text contradicts is seen. */
static void take_text(const struct match_result *result, struct found_item *found) {
    if (found->how == HOW_DECLARED) found->score = score_of(result, found->item);
    if (result->accepted) {
        found->text_item = result->hits[0].item;
        found->text_score = result->hits[0].score;
        if (found->how == HOW_NONE) {
            found->how = HOW_MATCHED;
            found->item = found->text_item;
            found->score = found->text_score;
        }
    }
    size_t room = sizeof found->alternatives / sizeof *found->alternatives;
    for (size_t i = 0; i < result->count && found->alternative_count < room; i++) {
        if (result->hits[i].item == found->item) continue;
        found->alternatives[found->alternative_count].item = result->hits[i].item;
        found->alternatives[found->alternative_count++].score = result->hits[i].score;
    }
}

static struct match_query query_of(const struct quanze *engine, const struct task *task, int32_t day) {
    const struct str issuer = task_text(task, FACT_ID_ISSUER_NAME);
    return (struct match_query){.title = task_text(task, FACT_ID_TITLE),
                                .body = task_text(task, FACT_ID_BODY),
                                .department = issuer.length > 0 ? list_find_department(&engine->list, issuer) : -1,
                                .day = day,
                                .issuer = issuer};
}

quanze_status find_words(const struct quanze *engine, struct match_scratch *scratch, const struct task *task, int32_t day,
                         struct arena *arena, struct found_item *found, struct quanze_error *error) {
    if (found->how != HOW_MATCHED) return QUANZE_OK;
    const struct match_query query = query_of(engine, task, day);
    const bool told = match_words(engine->index, scratch, &query, found->item, WORDS_MAX, arena, &found->words);
    return told ? QUANZE_OK : error_memory(error);
}

quanze_status find_item(const struct quanze *engine, struct match_scratch *scratch, const struct task *task, int32_t day,
                        bool no_match, struct found_item *out, struct quanze_error *error) {
    struct found_item found = {.how = HOW_NONE, .item = -1, .text_item = -1};
    struct str claim = task_text(task, FACT_ID_ITEM);
    if (claim.length > 0) take_claim(&engine->list, claim, day, &found);
    if (!no_match) {
        const struct match_query query = query_of(engine, task, day);
        struct match_result result;
        quanze_status status = match_find(engine->index, scratch, &query, &result, error);
        if (status != QUANZE_OK) return status;
        take_text(&result, &found);
        status = village_find(engine, task, day, &found.village, error);
        if (status != QUANZE_OK) return status;
    }
    *out = found;
    return QUANZE_OK;
}
