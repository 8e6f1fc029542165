/* calibrate.c - how well the search finds items, per domain, and which numbers serve it best.
 *
 *   test_match_calibrate reference|cross DATA THESAURUS [NUMBER=VALUE...]   the notices of DATA against its reference list
 *   test_match_calibrate queries LIST THESAURUS QUERIES [NUMBER=VALUE...]   own queries against a list
 *
 * `cross` tries every number of match_weights.h over a few values, domain by domain left out: what the other domains choose is
 * judged on the one left out. Run it after a change of ranking; it is no test and asserts nothing.
 */
#include "match/sample.h"

#include <read/read.h>
#include <read/thesaurus.h>
#include <stdio.h>
#include <stdlib.h>

enum { QUERIES_MAX = 4096 };

static struct arena arena;
static struct thesaurus words;
static struct match_weights weights;
static struct list list;
static struct sample_queries queries;
static struct sample_answer answers[QUERIES_MAX];

/* The numbers that are tried, each over its values, all others as they are; again until nothing gets better. */
static const struct {
    const char *name;
    size_t offset;
    float values[8];
} NUMBERS[] = {
    {"body", offsetof(struct match_weights, body), {0.25F, 0.35F, 0.5F, 0.7F, 0.9F}},
    {"body_share", offsetof(struct match_weights, body_share), {0.25F, 0.5F, 0.8F, 1.2F, 2.0F}},
    {"issuer", offsetof(struct match_weights, issuer), {0.01F, 0.25F, 0.5F, 0.8F, 1.2F}},
    {"meaning", offsetof(struct match_weights, meaning), {0.7F, 1.0F, 1.5F, 2.0F, 3.0F}},
    {"faint", offsetof(struct match_weights, faint), {0.15F, 0.3F, 0.5F, 0.75F, 1.0F}},
    {"unseen", offsetof(struct match_weights, unseen), {0.2F, 0.3F, 0.4F, 0.55F}},
    {"unseen_meaning", offsetof(struct match_weights, unseen_meaning), {0.3F, 0.6F, 1.0F, 1.5F}},
    {"field", offsetof(struct match_weights, field), {0.01F, 0.15F, 0.3F, 0.5F}},
    {"duty", offsetof(struct match_weights, duty), {0.05F, 0.1F, 0.2F, 0.3F, 0.5F}},
    {"basis", offsetof(struct match_weights, basis), {0.05F, 0.15F, 0.3F, 0.5F, 0.8F}},
    {"background_share", offsetof(struct match_weights, background_share), {0.3F, 0.6F, 1.0F, 1.5F}},
};

static const char *joined(const char *folder, const char *name) {
    const size_t size = strlen(folder) + strlen(name) + 2;
    char *path = arena_take(&arena, size);
    (void)snprintf(path, size, "%s/%s", folder, name);
    return path;
}

static void tell_problem(void *payload, const struct quanze_problem *problem) {
    (void)payload;
    if (!problem->is_warning)
        (void)fprintf(stderr, "%s:%u:%u: %s\n", problem->file, problem->line, problem->column, problem->en);
}

static void must(quanze_status status, const struct problems *problems, const struct quanze_error *error) {
    problems_report(problems, (struct quanze_reporter){tell_problem, NULL});
    if (status == QUANZE_OK) return;
    (void)fprintf(stderr, "%s\n", error->en);
    exit(1);
}

static void read_words(const char *path) {
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    if (strcmp(path, "-") != 0) must(read_thesaurus(path, &words, &problems, &error), &problems, &error);
}

static void print_figures(const char *label, struct sample_figures figures) {
    printf("%-28s items %3zu none %2zu  top-1 %.3f  top-5 %.3f  AUC %.3f  right %.3f  false %.3f\n", label, figures.items,
           figures.nones, figures.top1, figures.top5, figures.auc, figures.said_right, figures.false_items);
}

static bool is_domain(const struct sample_query *query, const void *payload) {
    return str_equal(query->domain, *(const struct str *)payload);
}

static bool is_not_domain(const struct sample_query *query, const void *payload) { return !is_domain(query, payload); }

static bool is_half(const struct sample_query *query, const void *payload) { return query->held_out == *(const bool *)payload; }

/* The different domains, in the order of the file. */
static size_t find_domains(struct str *out) {
    size_t count = 0;
    for (size_t i = 0; i < queries.count; i++) {
        size_t at = 0;
        while (at < count && !str_equal(out[at], queries.at[i].domain)) at++;
        if (at == count) out[count++] = queries.at[i].domain;
    }
    return count;
}

static void print_misses(void) {
    for (size_t i = 0; i < queries.count; i++) {
        const struct sample_query *query = &queries.at[i];
        const struct sample_answer *answer = &answers[i];
        const bool is_right = query->expected_count ? answer->rank == 1 && answer->accepted : !answer->accepted;
        if (is_right || query->held_out) continue;
        const struct str best = answer->best >= 0 ? list.items[answer->best].id : STR("-");
        const struct str name = answer->best >= 0 ? list.items[answer->best].name : STR("-");
        printf("  %.*s rank %d score %.3f %s | %.*s | expected", (int)query->id.length, query->id.at, answer->rank,
               answer->best_score / 1e6, answer->accepted ? "said" : "none", (int)query->title.length, query->title.at);
        for (size_t k = 0; k < query->expected_count; k++)
            printf(" %.*s", (int)query->expected[k].length, query->expected[k].at);
        printf(" | best %.*s %.*s\n", (int)best.length, best.at, (int)name.length, name.at);
    }
}

static void print_domains(void) {
    struct str *domains = arena_take_array(&arena, queries.count, sizeof *domains);
    const size_t count = find_domains(domains);
    for (size_t i = 0; i < count; i++) {
        char label[128];
        (void)snprintf(label, sizeof label, "%.*s", (int)domains[i].length, domains[i].at);
        print_figures(label, sample_measure(&queries, answers, is_domain, &domains[i]));
    }
}

static void reference(const char *folder) {
    static const char *const names[] = {"names and fields", "and duties", "and laws"};
    for (int depth = SAMPLE_NAMES; depth <= SAMPLE_LAWS; depth++) {
        sample_read_reference(joined(folder, "ref-list.tsv"), (enum sample_depth)depth, &arena, &list);
        sample_ask(&list, &words, &weights, &queries, answers);
        print_figures(names[depth], sample_measure(&queries, answers, NULL, NULL));
        if (depth != SAMPLE_DUTIES) continue;
        print_domains();
        print_misses();
    }
}

/* One number that all goals go into. */
static double merit(struct sample_figures figures) { return figures.top1 + figures.top5 + 0.5 * figures.auc; }

static double measure_without(const struct match_weights *tried, const struct str *domain) {
    sample_ask(&list, &words, tried, &queries, answers);
    return merit(sample_measure(&queries, answers, domain ? is_not_domain : NULL, domain));
}

static struct match_weights climb(const struct str *domain) {
    struct match_weights best = weights;
    double height = measure_without(&best, domain);
    for (bool better = true; better;) {
        better = false;
        for (size_t n = 0; n < sizeof NUMBERS / sizeof *NUMBERS; n++)
            for (size_t v = 0; v < 8 && NUMBERS[n].values[v] > 0; v++) {
                struct match_weights tried = best;
                memcpy((char *)&tried + NUMBERS[n].offset, &NUMBERS[n].values[v], sizeof(float));
                const double reached = measure_without(&tried, domain);
                if (reached <= height + 1e-9) continue;
                height = reached;
                best = tried;
                better = true;
            }
    }
    return best;
}

static void cross(const char *folder) {
    struct str *domains = arena_take_array(&arena, queries.count, sizeof *domains);
    struct sample_answer *unseen = arena_take_array(&arena, queries.count, sizeof *unseen);
    const size_t count = find_domains(domains);
    sample_read_reference(joined(folder, "ref-list.tsv"), SAMPLE_DUTIES, &arena, &list);
    for (size_t d = 0; d < count; d++) {
        const struct match_weights chosen = climb(&domains[d]);
        sample_ask(&list, &words, &chosen, &queries, answers);
        for (size_t i = 0; i < queries.count; i++)
            if (is_domain(&queries.at[i], &domains[d])) unseen[i] = answers[i];
    }
    memcpy(answers, unseen, queries.count * sizeof *unseen);
    print_figures("each domain left out", sample_measure(&queries, answers, NULL, NULL));
    print_domains();
    const struct match_weights all = climb(NULL);
    for (size_t n = 0; n < sizeof NUMBERS / sizeof *NUMBERS; n++) {
        float value;
        memcpy(&value, (const char *)&all + NUMBERS[n].offset, sizeof value);
        printf("all domains choose %s %.2f\n", NUMBERS[n].name, (double)value);
    }
}

/* What each threshold would say: the share of right answers, and of items said where there is none. */
static void print_thresholds(void) {
    for (int32_t accepted = 340000; accepted <= 620000; accepted += 20000) {
        for (size_t i = 0; i < queries.count; i++) answers[i].accepted = answers[i].best_score >= accepted;
        char label[32];
        (void)snprintf(label, sizeof label, "open, accepted from %.2f", accepted / 1e6);
        print_figures(label, sample_measure(&queries, answers, is_half, &(bool){false}));
    }
}

static void own_queries(const char *list_path, const char *path) {
    struct problems problems = {.arena = &arena};
    struct quanze_error error;
    const size_t length = strlen(list_path);
    if (length > 4 && strcmp(list_path + length - 4, ".tsv") == 0)
        sample_read_reference(list_path, SAMPLE_DUTIES, &arena, &list);
    else
        must(read_list(list_path, &list, &problems, &error), &problems, &error);
    sample_read_queries(path, &arena, &queries);
    sample_ask(&list, &words, &weights, &queries, answers);
    for (int half = 0; half < 2; half++)
        print_figures(half ? "held out" : "open", sample_measure(&queries, answers, is_half, &(bool){half}));
    print_misses();
    print_thresholds();
}

/* "meaning=2": another value for a number of this run. */
static void set_number(const char *written) {
    const char *equals = strchr(written, '=');
    for (size_t n = 0; equals && n < sizeof NUMBERS / sizeof *NUMBERS; n++)
        if (str_equal((struct str){written, (size_t)(equals - written)}, str_of(NUMBERS[n].name))) {
            const float value = strtof(equals + 1, NULL);
            memcpy((char *)&weights + NUMBERS[n].offset, &value, sizeof value);
            return;
        }
    (void)fprintf(stderr, "%s: no such number\n", written);
    exit(64);
}

int main(int argc, char **argv) {
    if (argc < 4) return 64;
    weights = match_default_weights;
    read_words(argv[3]);
    const bool own = strcmp(argv[1], "queries") == 0 && argc > 4;
    for (int i = own ? 5 : 4; i < argc; i++) set_number(argv[i]);
    if (own) {
        own_queries(argv[2], argv[4]);
        return 0;
    }
    sample_read_notices(joined(argv[2], "notices.tsv"), joined(argv[2], "labels.tsv"), &arena, &queries);
    if (strcmp(argv[1], "cross") == 0)
        cross(argv[2]);
    else
        reference(argv[2]);
    return 0;
}
