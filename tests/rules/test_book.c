/* test_book.c - what the shipped rule book as a whole must keep. */
#include "check.h"

#include <quanze.h>
#include <rule/rule.h>
#include <say/say.h>

static struct rulebook *load(struct problems *problems) {
    struct rulebook *book = NULL;
    struct quanze_error error;
    if (rulebook_load(SOURCE_DIR "/rules", &book, problems, &error) != QUANZE_OK || problems->errors > 0)
        fail_msg("the rule book does not load: %s", problems->count > 0 ? problems->at[0].en.at : error.en);
    return book;
}

struct world {
    struct arena arena;
    struct problems problems;
    struct rulebook *book;
};

static int open_book(void **state) {
    static struct world world;
    world = (struct world){.problems = {.arena = &world.arena}};
    world.book = load(&world.problems);
    *state = &world;
    return 0;
}

static int close_book(void **state) {
    struct world *world = *state;
    rulebook_free(world->book);
    arena_free(&world->arena);
    return 0;
}

static bool drop(void *payload, const void *bytes, size_t length) {
    (void)payload, (void)bytes, (void)length;
    return true;
}

static void test_every_example_holds(void **state) {
    (void)state;
    struct quanze_error error;
    struct quanze_options options = {.rules = SOURCE_DIR "/rules", .calendar = SOURCE_DIR "/lists/calendar"};
    struct quanze_page_request request = {.language = QUANZE_EN, .sink = {drop, NULL}};
    assert_int_equal(quanze_rules_test(&options, &request, &error), QUANZE_OK);
}

static void test_each_family_has_two_rules(void **state) {
    const struct world *world = *state;
    size_t count[FAMILY_COUNT] = {0};
    for (size_t i = 0; i < world->book->count; i++) count[world->book->rules[i].family]++;
    for (int family = 0; family < FAMILY_COUNT; family++)
        if (count[family] < 2) fail_msg("%s has too few rules", family_name((enum family)family).at);
}

/* A list sets a threshold by its name alone, so a name must mean one thing in every rule. */
static void test_a_parameter_means_the_same_everywhere(void **state) {
    const struct world *world = *state;
    const struct rule_parameter *seen[256];
    size_t count = 0;
    for (size_t i = 0; i < world->book->count; i++) {
        const struct rule *rule = &world->book->rules[i];
        for (size_t j = 0; j < rule->parameter_count; j++) {
            const struct rule_parameter *parameter = &rule->parameters[j];
            for (size_t k = 0; k < count; k++) {
                if (!str_equal(seen[k]->name, parameter->name)) continue;
                if (seen[k]->default_value != parameter->default_value || !str_equal(seen[k]->unit, parameter->unit) ||
                    !str_equal(seen[k]->source, parameter->source))
                    fail_msg("%s of %s differs from another rule's", parameter->name.at, rule->id.at);
            }
            assert_true(count < COUNT(seen));
            seen[count++] = parameter;
        }
    }
}

/* S000-01 to S004-20: a seed and a statement of it. */
static bool is_seed(struct str seed) {
    if (seed.length != 7 || memcmp(seed.at, "S00", 3) != 0 || seed.at[4] != '-') return false;
    return seed.at[3] >= '0' && seed.at[3] <= '4' && seed.at[5] >= '0' && seed.at[5] <= '9' && seed.at[6] >= '0' &&
           seed.at[6] <= '9';
}

static void test_each_rule_names_what_it_comes_from(void **state) {
    const struct world *world = *state;
    for (size_t i = 0; i < world->book->count; i++) {
        const struct rule *rule = &world->book->rules[i];
        if (rule->basis.count == 0 || rule->seeds.count == 0 || rule->validity.from == DAY_NONE)
            fail_msg("%s lacks basis, seeds or its first day", rule->id.at);
        for (size_t j = 0; j < rule->seeds.count; j++)
            if (!is_seed(rule->seeds.at[j])) fail_msg("%s: \"%s\" is no seed", rule->id.at, rule->seeds.at[j].at);
        for (size_t j = 0; j < rule->basis.count; j++)
            if (rule->basis.at[j].article.length == 0) fail_msg("%s cites a title without its article", rule->id.at);
    }
}

static void test_a_remedy_has_words_and_words_have_a_remedy(void **state) {
    const struct world *world = *state;
    for (size_t i = 0; i < world->book->count; i++) {
        const struct rule *rule = &world->book->rules[i];
        bool has_words = false;
        for (size_t j = 0; j < rule->says_count; j++) has_words = has_words || str_equal(rule->says[j].key, STR("cure"));
        if (has_words != rule->has_remedy) fail_msg("%s: remedy and `cure` do not go together", rule->id.at);
    }
}

/* "1 tasks" behind `one`, which is a 1 and a space; "this" and "is" are no words in the plural. */
static bool is_plural(const char *word) {
    static const char *const BETWEEN[] = {"working ", "open ", "chat ", "other ", "new chat "};
    for (size_t i = 0; i < COUNT(BETWEEN); i++)
        if (strncmp(word, BETWEEN[i], strlen(BETWEEN[i])) == 0) return is_plural(word + strlen(BETWEEN[i]));
    const size_t length = strspn(word, "abcdefghijklmnopqrstuvwxyz");
    return length > 3 && word[length - 1] == 's' && word[length - 2] != 's';
}

/* In English a rule speaks of one thing as of one, and asks nobody "for inspect". */
static void test_english_sentences_fit_their_values(void **state) {
    static const char *const NAMES[] = {"count", "value", "days", "hours", "people", "actions", "beyond"};
    const struct world *world = *state;
    struct rule_value ones[COUNT(NAMES)];
    for (size_t i = 0; i < COUNT(NAMES); i++)
        ones[i] = (struct rule_value){.name = str_of(NAMES[i]), .kind = RULE_VALUE_INTEGER, .integer = 1};
    for (size_t i = 0; i < world->book->count; i++) {
        const struct rule *rule = &world->book->rules[i];
        for (size_t j = 0; j < rule->says_count; j++) {
            struct buf text = {0};
            say_message(&text, &rule->says[j], ones, COUNT(ones), QUANZE_EN);
            buf_put_char(&text, '\0');
            for (const char *one = strstr(text.at, "1 "); one; one = strstr(one + 1, "1 "))
                if (is_plural(one + 2)) fail_msg("%s: %s", rule->id.at, text.at);
            const struct str english = rule->says[j].text.en;
            if (str_find(english, STR("for {actions")) >= 0 || str_find(english, STR("for {beyond")) >= 0)
                fail_msg("%s: actions are what somebody is to do", rule->id.at);
            buf_free(&text);
        }
    }
}

/* What would need a law to refuse is refused by one; a softer rule may rest on a proposal. */
static void test_what_blocks_cites_something_read_or_reported(void **state) {
    const struct world *world = *state;
    for (size_t i = 0; i < world->book->count; i++) {
        const struct rule *rule = &world->book->rules[i];
        bool firm = rule->level != LEVEL_BLOCK;
        for (size_t j = 0; j < rule->basis.count; j++)
            firm = firm || rule->basis.at[j].verified == 'V' || rule->basis.at[j].verified == 'S';
        if (!firm) fail_msg("%s blocks on a proposal alone", rule->id.at);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_example_holds),
        cmocka_unit_test(test_each_family_has_two_rules),
        cmocka_unit_test(test_a_parameter_means_the_same_everywhere),
        cmocka_unit_test(test_each_rule_names_what_it_comes_from),
        cmocka_unit_test(test_a_remedy_has_words_and_words_have_a_remedy),
        cmocka_unit_test(test_english_sentences_fit_their_values),
        cmocka_unit_test(test_what_blocks_cites_something_read_or_reported),
    };
    return cmocka_run_group_tests(tests, open_book, close_book);
}
