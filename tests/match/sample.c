#include "match/sample.h"

#include <base/file.h>
#include <stdio.h>
#include <stdlib.h>

enum { COLUMNS_MAX = 16, FILE_MAX = 16 << 20 };

static void stop(const char *path, const char *why) {
    (void)fprintf(stderr, "%s: %s\n", path, why);
    exit(1);
}

/* A table of text, its head left out. */
struct table {
    struct str (*rows)[COLUMNS_MAX];
    size_t count;
};

static size_t count_lines(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) count += text.at[i] == '\n';
    return count + 1;
}

static struct str cut(struct str *rest, char end) {
    const char *found = memchr(rest->at, end, rest->length);
    const struct str part = {rest->at, found ? (size_t)(found - rest->at) : rest->length};
    const size_t used = part.length + (found ? 1 : 0);
    *rest = (struct str){rest->at + used, rest->length - used};
    return part;
}

static struct table read_table(const char *path, struct arena *arena) {
    struct str text;
    struct quanze_error error;
    if (file_read(path, FILE_MAX, arena, &text, &error) != QUANZE_OK) stop(path, error.en);
    struct table table = {.rows = arena_take_array(arena, count_lines(text), sizeof *table.rows)};
    bool is_head = true;
    while (text.length > 0) {
        struct str line = cut(&text, '\n');
        if (line.length == 0 || line.at[0] == '#') continue;
        for (size_t i = 0; i < COLUMNS_MAX && !is_head; i++) table.rows[table.count][i] = cut(&line, '\t');
        table.count += !is_head;
        is_head = false;
    }
    return table;
}

void sample_read_reference(const char *path, enum sample_depth depth, struct arena *arena, struct list *out) {
    enum { ID, KIND, CATEGORY, NAME, DEPARTMENT, TOPIC, PLACE, LAW, DATE, ARTICLE, SOURCE, DUTY };
    const struct table table = read_table(path, arena);
    *out = (struct list){.items = arena_take_array(arena, table.count, sizeof *out->items), .item_count = table.count};
    for (size_t i = 0; i < table.count; i++) {
        const struct str *row = table.rows[i];
        struct item *item = &out->items[i];
        *item = (struct item){.id = row[ID], .name = row[NAME], .field = row[CATEGORY], .department = -1};
        item->validity = (struct validity){DAY_NONE, DAY_NONE};
        item->kind = str_equal(row[KIND], STR("basic")) ? ITEM_BASIC : ITEM_COOPERATIVE;
        if (depth >= SAMPLE_DUTIES) item->township_duty = row[DUTY];
        if (depth < SAMPLE_LAWS) continue;
        item->basis = (struct cites){arena_take_array(arena, 1, sizeof *item->basis.at), 1};
        item->basis.at[0] = (struct cite){row[LAW], row[ARTICLE], 'V'};
    }
}

static void expect(struct sample_query *query, struct str ids) {
    while (ids.length > 0) {
        const struct str id = str_trim(cut(&ids, ','));
        if (id.length == 0 || str_equal(id, STR("NONE"))) continue;
        if (query->expected_count < SAMPLE_EXPECTED_MAX) query->expected[query->expected_count++] = id;
    }
}

void sample_read_notices(const char *notices, const char *labels, struct arena *arena, struct sample_queries *out) {
    enum { ID, URL, TITLE, ISSUER, DATE, DEADLINE, REQUESTED, BODY, DOMAIN };
    enum { LABEL_ID, LABEL_KIND, LABEL_ITEMS };
    const struct table texts = read_table(notices, arena), marks = read_table(labels, arena);
    *out = (struct sample_queries){.at = arena_take_array(arena, texts.count, sizeof *out->at)};
    for (size_t i = 0; i < texts.count; i++) {
        const struct str *row = texts.rows[i];
        struct sample_query *query = &out->at[out->count];
        *query = (struct sample_query){
            .id = row[ID], .title = row[TITLE], .body = row[BODY], .issuer = row[ISSUER], .domain = row[DOMAIN]};
        for (size_t k = 0; k < marks.count; k++)
            if (str_equal(marks.rows[k][LABEL_ID], row[ID])) {
                expect(query, marks.rows[k][LABEL_ITEMS]);
                out->count++;
                break;
            }
    }
}

void sample_read_queries(const char *path, struct arena *arena, struct sample_queries *out) {
    enum { HALF, TITLE, BODY, ISSUER, EXPECTED };
    const struct table table = read_table(path, arena);
    *out = (struct sample_queries){.at = arena_take_array(arena, table.count, sizeof *out->at), .count = table.count};
    for (size_t i = 0; i < table.count; i++) {
        const struct str *row = table.rows[i];
        struct sample_query *query = &out->at[i];
        *query = (struct sample_query){.title = row[TITLE], .body = row[BODY], .issuer = row[ISSUER]};
        query->held_out = str_equal(row[HALF], STR("held"));
        if (!query->held_out && !str_equal(row[HALF], STR("open"))) stop(path, "the first column is open or held");
        expect(query, row[EXPECTED]);
    }
}

void sample_read_pairs(const char *path, struct arena *arena, struct sample_pairs *out) {
    enum { RELATION, TITLE, BODY, OTHER_TITLE, OTHER_BODY };
    const struct table table = read_table(path, arena);
    *out = (struct sample_pairs){.at = arena_take_array(arena, table.count, sizeof *out->at), .count = table.count};
    for (size_t i = 0; i < table.count; i++) {
        const struct str *row = table.rows[i];
        const bool is_copy = str_equal(row[RELATION], STR("copy"));
        if (!is_copy && !str_equal(row[RELATION], STR("alike"))) stop(path, "the first column is copy or alike");
        out->at[i] = (struct sample_pair){is_copy, row[TITLE], row[BODY], row[OTHER_TITLE], row[OTHER_BODY]};
    }
}

static bool is_expected(const struct list *list, const struct sample_query *query, int item) {
    for (size_t i = 0; i < query->expected_count; i++)
        if (str_equal(query->expected[i], list->items[item].id)) return true;
    return false;
}

void sample_ask(const struct list *list, const struct thesaurus *thesaurus, const struct match_weights *weights,
                const struct sample_queries *queries, struct sample_answer *out) {
    struct match_index *index = NULL;
    struct match_scratch *scratch = NULL;
    struct quanze_error error;
    if (match_index_open_weighed(list, thesaurus, weights, &index, &error) != QUANZE_OK ||
        match_scratch_open(index, &scratch, &error) != QUANZE_OK)
        stop("index", error.en);
    for (size_t i = 0; i < queries->count; i++) {
        const struct sample_query *asked = &queries->at[i];
        const int department = list->index && asked->issuer.length ? list_find_department(list, asked->issuer) : -1;
        const struct match_query query = {asked->title, asked->body, department, 20000, asked->issuer};
        struct match_result result;
        if (match_find(index, scratch, &query, &result, &error) != QUANZE_OK) stop("search", error.en);
        out[i] = (struct sample_answer){.best = -1, .accepted = result.accepted};
        if (result.count) out[i].best_score = result.hits[0].score;
        if (result.count) out[i].best = result.hits[0].item;
        for (size_t k = result.count; k-- > 0;)
            if (is_expected(list, asked, result.hits[k].item)) out[i].rank = (int)k + 1;
    }
    match_scratch_close(scratch);
    match_index_close(index);
}

struct sample_figures sample_measure(const struct sample_queries *queries, const struct sample_answer *answers,
                                     bool (*wanted)(const struct sample_query *query, const void *payload),
                                     const void *payload) {
    struct sample_figures sum = {.items = 0};
    for (size_t i = 0; i < queries->count; i++) {
        const struct sample_query *query = &queries->at[i];
        if (wanted && !wanted(query, payload)) continue;
        const struct sample_answer *answer = &answers[i];
        const bool is_item = query->expected_count > 0;
        sum.items += is_item;
        sum.nones += !is_item;
        sum.top1 += is_item && answer->rank == 1;
        sum.top5 += is_item && answer->rank > 0;
        sum.said += answer->accepted;
        sum.said_right += is_item ? answer->accepted && answer->rank == 1 : !answer->accepted;
        sum.false_items += !is_item && answer->accepted;
        for (size_t k = 0; is_item && k < queries->count; k++) {
            if (queries->at[k].expected_count || (wanted && !wanted(&queries->at[k], payload))) continue;
            const int32_t more = answer->best_score - answers[k].best_score;
            sum.auc += more > 0 ? 1 : more == 0 ? 0.5 : 0;
        }
    }
    const double items = sum.items ? (double)sum.items : 1, nones = sum.nones ? (double)sum.nones : 1;
    const double all = sum.items + sum.nones ? (double)(sum.items + sum.nones) : 1;
    sum.auc /= items * nones;
    sum.top1 /= items;
    sum.top5 /= items;
    sum.said /= all;
    sum.said_right /= all;
    sum.false_items /= nones;
    return sum;
}
