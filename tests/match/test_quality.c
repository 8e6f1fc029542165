/* test_quality.c - the search finds what people say a text speaks of, at least as often as it did when this was written.
 *
 * The queries are made up for this test, those against the reference list and the notices need files that are not always there.
 */
#include "match/sample.h"

#include <check.h>

#include <read/read.h>
#include <read/thesaurus.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define DATA SOURCE_DIR "/../shared/data"

static struct arena arena;
static struct thesaurus thesaurus;

static int read_words(void **state) {
    (void)state;
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    return read_thesaurus(SOURCE_DIR "/lists/thesaurus", &thesaurus, &problems, &error) != QUANZE_OK;
}

static int free_words(void **state) {
    (void)state;
    thesaurus_free(&thesaurus);
    arena_free(&arena);
    return 0;
}

static bool is_half(const struct sample_query *query, const void *payload) { return query->held_out == *(const bool *)payload; }

static void assert_reaches(const char *what, struct sample_figures figures, struct sample_figures least) {
    print_message("%s: %zu items, %zu none: top-1 %.3f, top-5 %.3f, AUC %.3f, right %.3f\n", what, figures.items, figures.nones,
                  figures.top1, figures.top5, figures.auc, figures.said_right);
    if (figures.top1 < least.top1 || figures.top5 < least.top5 || figures.auc < least.auc ||
        figures.said_right < least.said_right)
        fail_msg("%s: at least top-1 %.3f, top-5 %.3f, AUC %.3f, right %.3f were reached before", what, least.top1, least.top5,
                 least.auc, least.said_right);
}

static void ask_both_halves(const struct list *list, const char *path, struct sample_figures open, struct sample_figures held) {
    struct sample_queries queries;
    sample_read_queries(path, &arena, &queries);
    struct sample_answer *answers = arena_take_array(&arena, queries.count, sizeof *answers);
    sample_ask(list, &thesaurus, &match_default_weights, &queries, answers);
    assert_reaches("open half", sample_measure(&queries, answers, is_half, &(bool){false}), open);
    assert_reaches("held-out half", sample_measure(&queries, answers, is_half, &(bool){true}), held);
}

/* Disguised tasks of the demo county, many of them recalled items that come down again under another name. */
static void the_demo_county(void **state) {
    (void)state;
    struct list list = {.item_count = 0};
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    assert_int_equal(read_list(SOURCE_DIR "/lists/demo", &list, &problems, &error), QUANZE_OK);
    ask_both_halves(&list, SOURCE_DIR "/tests/match/queries/demo.tsv",
                    (struct sample_figures){.top1 = 0.85, .top5 = 0.95, .auc = 0.95, .said_right = 0.85},
                    (struct sample_figures){.top1 = 0.85, .top5 = 0.95, .auc = 0.95, .said_right = 0.85});
    list_free(&list);
}

static void skip_without_data(void) {
    if (access(DATA "/ref-list.tsv", R_OK) == 0) return;
    print_message("skipped: the reference list is not here\n");
    skip();
}

static void the_reference_list(void **state) {
    (void)state;
    skip_without_data();
    struct list list;
    sample_read_reference(DATA "/ref-list.tsv", SAMPLE_DUTIES, &arena, &list);
    ask_both_halves(&list, SOURCE_DIR "/tests/match/queries/reference.tsv",
                    (struct sample_figures){.top1 = 0.88, .top5 = 0.96, .auc = 0.93, .said_right = 0.83},
                    (struct sample_figures){.top1 = 0.75, .top5 = 0.95, .auc = 0.95, .said_right = 0.75});
}

/* Queries written last, after every word and number was chosen, and never tuned on. */
static void queries_written_last(void **state) {
    (void)state;
    skip_without_data();
    struct list list;
    struct sample_queries queries;
    sample_read_reference(DATA "/ref-list.tsv", SAMPLE_DUTIES, &arena, &list);
    sample_read_queries(SOURCE_DIR "/tests/match/queries/unseen.tsv", &arena, &queries);
    struct sample_answer *answers = arena_take_array(&arena, queries.count, sizeof *answers);
    sample_ask(&list, &thesaurus, &match_default_weights, &queries, answers);
    assert_reaches("written last", sample_measure(&queries, answers, NULL, NULL),
                   (struct sample_figures){.top1 = 0.77, .top5 = 0.93, .auc = 0.93, .said_right = 0.74});
}

static void real_notices(void **state) {
    (void)state;
    skip_without_data();
    struct sample_queries queries;
    sample_read_notices(DATA "/notices.tsv", DATA "/labels.tsv", &arena, &queries);
    struct sample_answer *answers = arena_take_array(&arena, queries.count, sizeof *answers);
    for (int depth = SAMPLE_NAMES; depth <= SAMPLE_LAWS; depth++) {
        struct list list;
        sample_read_reference(DATA "/ref-list.tsv", (enum sample_depth)depth, &arena, &list);
        sample_ask(&list, &thesaurus, &match_default_weights, &queries, answers);
        assert_reaches("notices", sample_measure(&queries, answers, NULL, NULL),
                       (struct sample_figures){.top1 = 0.78, .top5 = 0.93, .auc = 0.95, .said_right = 0.75});
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_demo_county), cmocka_unit_test(the_reference_list),
                                       cmocka_unit_test(queries_written_last), cmocka_unit_test(real_notices)};
    return cmocka_run_group_tests(tests, read_words, free_words);
}
