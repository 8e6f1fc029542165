/* test_coverage.c - rules/coverage.yaml tells truly which rules carry out which statement and cite which article. */
#include "check.h"

#include <base/file.h>
#include <read/node.h>
#include <rule/rule.h>
#include <string.h>

#define COVERAGE SOURCE_DIR "/rules/coverage.yaml"
#define STATEMENTS SOURCE_DIR "/../shared/domain/seed-rules.md"

struct world {
    struct arena arena;
    struct rulebook *book;
    const struct node *seeds, *statutes;
};

static const struct node *part(const struct node *root, const char *key) {
    const struct node *node = node_child(root, key);
    if (!node || node->kind != NODE_SEQUENCE || node->count == 0) fail_msg("coverage.yaml has no list \"%s\"", key);
    return node;
}

static int open_world(void **state) {
    static struct world world;
    struct problems problems = {.arena = &world.arena};
    struct quanze_error error;
    struct str text;
    struct node **documents;
    size_t count;
    if (rulebook_load(SOURCE_DIR "/rules", &world.book, &problems, &error) != QUANZE_OK) fail_msg("%s", error.en);
    if (file_read(COVERAGE, 1 << 20, &world.arena, &text, &error) != QUANZE_OK) fail_msg("%s", error.en);
    if (!yaml_parse(text, COVERAGE, 1, &world.arena, &documents, &count, &problems) || count != 1)
        fail_msg("coverage.yaml cannot be read: %s", problems.count > 0 ? problems.at[0].en.at : "not one document");
    const struct node *format = node_child(documents[0], "format");
    if (!format || !str_equal(format->text, STR("quanze/coverage/1"))) fail_msg("coverage.yaml is not quanze/coverage/1");
    world.seeds = part(documents[0], "seeds");
    world.statutes = part(documents[0], "statutes");
    *state = &world;
    return 0;
}

static int close_world(void **state) {
    struct world *world = *state;
    rulebook_free(world->book);
    arena_free(&world->arena);
    return 0;
}

static struct str text_of(const struct node *entry, const char *key) {
    const struct node *node = node_child(entry, key);
    if (!node || node->kind != NODE_SCALAR || node->text.length == 0) fail_msg("line %u lacks \"%s\"", entry->line, key);
    return node->text;
}

static const struct node *entry_of(const struct node *entries, struct str id) {
    const struct node *found = NULL;
    for (const struct node *entry = entries->first; entry; entry = entry->next) {
        if (!str_equal(text_of(entry, "id"), id)) continue;
        if (found) fail_msg("%.*s stands in coverage.yaml twice", (int)id.length, id.at);
        found = entry;
    }
    return found;
}

static bool has_text(struct texts texts, struct str text) {
    for (size_t i = 0; i < texts.count; i++)
        if (str_equal(texts.at[i], text)) return true;
    return false;
}

static const struct rule *rule_of(const struct world *world, const struct node *name) {
    int at = rulebook_find(world->book, name->text);
    if (at < 0) fail_msg("line %u: there is no rule %.*s", name->line, (int)name->text.length, name->text.at);
    return &world->book->rules[at];
}

static void test_each_statement_that_a_rule_names_has_an_entry(void **state) {
    const struct world *world = *state;
    for (size_t i = 0; i < world->book->count; i++) {
        const struct rule *rule = &world->book->rules[i];
        for (size_t j = 0; j < rule->seeds.count; j++)
            if (!entry_of(world->seeds, rule->seeds.at[j]))
                fail_msg("%s names %s, which coverage.yaml lacks", rule->id.at, rule->seeds.at[j].at);
    }
}

static void check_rules(const struct world *world, const struct node *entry, struct str id) {
    const struct node *rules = node_child(entry, "rules");
    if (!rules || rules->count == 0) fail_msg("%.*s is left to rules and names none", (int)id.length, id.at);
    for (const struct node *name = rules->first; name; name = name->next)
        if (!has_text(rule_of(world, name)->seeds, id))
            fail_msg("line %u: %.*s does not name %.*s", name->line, (int)name->text.length, name->text.at, (int)id.length,
                     id.at);
}

static void test_each_entry_says_what_carries_it_out(void **state) {
    const struct world *world = *state;
    for (const struct node *entry = world->seeds->first; entry; entry = entry->next) {
        struct str id = text_of(entry, "id"), by = text_of(entry, "by");
        (void)entry_of(world->seeds, id);
        if (str_equal(by, STR("rule"))) {
            check_rules(world, entry, id);
        } else if (str_equal(by, STR("product")) || str_equal(by, STR("none"))) {
            const struct node *why = node_child(entry, "why");
            if (!why) fail_msg("line %u: no reason is given", entry->line);
            (void)text_of(why, "zh");
            (void)text_of(why, "en");
        } else {
            fail_msg("line %u: \"%.*s\" is neither rule, product nor none", entry->line, (int)by.length, by.at);
        }
    }
}

static bool cites(const struct rule *rule, struct str title, struct str article) {
    for (size_t i = 0; i < rule->basis.count; i++) {
        const struct cite *cite = &rule->basis.at[i];
        if (cite->verified == 'V' && str_equal(cite->title, title) && str_find(cite->article, article) >= 0) return true;
    }
    return false;
}

static void check_nobody_cites(const struct world *world, const struct node *entry) {
    const struct node *why = node_child(entry, "why");
    if (!why) fail_msg("line %u: no rule carries it out, and no reason is given", entry->line);
    (void)text_of(why, "zh");
    (void)text_of(why, "en");
    for (size_t i = 0; i < world->book->count; i++)
        if (cites(&world->book->rules[i], text_of(entry, "title"), text_of(entry, "article")))
            fail_msg("line %u: %s cites it", entry->line, world->book->rules[i].id.at);
}

static void test_each_article_is_cited_by_its_rules(void **state) {
    const struct world *world = *state;
    for (const struct node *entry = world->statutes->first; entry; entry = entry->next) {
        struct str title = text_of(entry, "title"), article = text_of(entry, "article");
        const struct node *rules = node_child(entry, "rules");
        assert_str(text_of(entry, "verified"), "V");
        if (!rules) fail_msg("line %u: it does not say which rules carry it out", entry->line);
        if (rules->count == 0) check_nobody_cites(world, entry);
        for (const struct node *name = rules->first; name; name = name->next)
            if (!cites(rule_of(world, name), title, article))
                fail_msg("line %u: %.*s does not cite it", name->line, (int)name->text.length, name->text.at);
    }
}

/* "| S001-07 | ..." */
static struct str statement_id(struct str line) {
    if (line.length < 9 || memcmp(line.at, "| S00", 5) != 0 || line.at[6] != '-') return STR("");
    return (struct str){line.at + 2, 7};
}

static void test_each_statement_of_the_sources_has_an_entry(void **state) {
    const struct world *world = *state;
    struct line_reader *reader = NULL;
    struct quanze_error error;
    if (line_reader_open(STATEMENTS, &reader, &error) != QUANZE_OK) {
        print_message("skipped: the table of statements is not beside the checkout\n");
        skip();
    }
    size_t count = 0;
    for (bool done = false; !done;) {
        struct str line = {"", 0};
        assert_int_equal(line_reader_next(reader, 1 << 16, &line, &done, &error), QUANZE_OK);
        struct str id = done ? STR("") : statement_id(line);
        if (id.length == 0) continue;
        count++;
        if (!entry_of(world->seeds, id)) fail_msg("coverage.yaml lacks %.*s", (int)id.length, id.at);
    }
    line_reader_close(reader);
    assert_int_equal(count, world->seeds->count);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_statement_that_a_rule_names_has_an_entry),
        cmocka_unit_test(test_each_entry_says_what_carries_it_out),
        cmocka_unit_test(test_each_article_is_cited_by_its_rules),
        cmocka_unit_test(test_each_statement_of_the_sources_has_an_entry),
    };
    return cmocka_run_group_tests(tests, open_world, close_world);
}
