/* test_letters.c - every rule of the book and of the packs as the ground of every letter, with each of its messages: what was
 * not read in its source is never its authority, what was read is. */
#include "world.h"

#include <door/letter/letters.h>
#include <rule/rule.h>
#include <say/letter/letter.h>
#include <say/letter/letter_inside.h>

static const char *const FOLDERS[] = {SOURCE_DIR "/rules", SOURCE_DIR "/rules/packs/beijing-2020",
                                      SOURCE_DIR "/rules/packs/shandong-2020"};

/* A letter that rests on one finding, as one line of words. */
static void write_letter(const struct finding *finding, enum reply_variant variant, enum reply_genre genre, struct buf *out) {
    struct arena arena = {0};
    struct quanze_error error;
    struct template *template = NULL;
    struct task task = {0};
    const struct list list = {.title = STR("清单"), .county = STR("示例县")};
    const struct township township = {.name = STR("木塘垸镇")};
    const struct decision decision = {.task = &task};
    const struct reply reply = {.variant = variant, .genre = genre, .is_open = true, .grounds = &finding, .ground_count = 1};
    const struct letter_request request = {
        .list = &list, .decision = &decision, .reply = &reply, .township = &township, .date = DAY_NONE};
    struct document document = {.arena = &arena};
    task_clear(&task);
    const char *file = letters_path(&arena, STR(SOURCE_DIR "/rules"), variant);
    if (letters_read(file, &arena, &template, &error) != QUANZE_OK) fail_msg("%s", error.en);
    if (letter_write(&request, template, file, &document, &error) != QUANZE_OK) fail_msg("%s: %s", file, error.en);
    for (size_t i = 0; i < document.count; i++) {
        buf_put(out, document.blocks[i].text);
        buf_put_char(out, '\n');
    }
    assert_false(out->failed);
    arena_free(&arena);
}

static struct str cited(const struct cite *cite, struct buf *out) {
    buf_clear(out);
    letter_cite(out, cite);
    return buf_str(out);
}

/* Whether a citation that was read names the same place as this one. */
static bool is_read_too(const struct rule *rule, const struct cite *cite) {
    struct buf one = {0}, other = {0};
    bool found = false;
    for (size_t i = 0; i < rule->basis.count; i++)
        found =
            found || (rule->basis.at[i].verified == 'V' && str_find(cited(&rule->basis.at[i], &one), cited(cite, &other)) >= 0);
    buf_free(&one);
    buf_free(&other);
    return found;
}

/* A rule's own words name no source that it does not cite as read. */
static void check_words(const struct rule *rule, struct str letter) {
    for (size_t i = 0; i < rule->basis.count; i++) {
        const struct cite *cite = &rule->basis.at[i];
        struct buf words = {0};
        const bool read = cite->verified == 'V';
        const bool stands = str_find(letter, cited(cite, &words)) >= 0;
        if (!read && stands && !is_read_too(rule, cite))
            fail_msg("%.*s: \"%.*s\" is authority and was not read", (int)rule->id.length, rule->id.at, (int)words.length,
                     words.at);
        buf_free(&words);
    }
}

static size_t count_read(const struct rule *rule) {
    size_t count = 0;
    for (size_t i = 0; i < rule->basis.count; i++) count += rule->basis.at[i].verified == 'V';
    return count;
}

static bool has_grounds(enum reply_variant variant) { return variant != REPLY_RECEIPT; }

static void check_rule(const struct rule *rule, size_t *with_authority) {
    struct buf letter = {0};
    const size_t read = count_read(rule);
    for (int variant = 0; variant < REPLY_COUNT; variant++)
        for (int genre = GENRE_LETTER; genre <= GENRE_REQUEST; genre++)
            for (size_t says = 0; says <= rule->says_count; says++) {
                const struct finding finding = {
                    .rule = rule,
                    .status = STATUS_FAIL,
                    .outcome = {.status = STATUS_FAIL, .message = says < rule->says_count ? &rule->says[says] : NULL}};
                buf_clear(&letter);
                write_letter(&finding, (enum reply_variant)variant, (enum reply_genre)genre, &letter);
                check_words(rule, buf_str(&letter));
                const bool has_authority = str_find(buf_str(&letter), STR("依据《")) >= 0;
                if (has_grounds((enum reply_variant)variant) && has_authority != (read > 0))
                    fail_msg("%.*s: %s authority", (int)rule->id.length, rule->id.at, read > 0 ? "no" : "an");
                *with_authority += has_authority;
            }
    buf_free(&letter);
}

static void no_rule_gives_a_letter_what_was_not_read(void **state) {
    size_t rules = 0, with_authority = 0, unread = 0;
    (void)state;
    for (size_t i = 0; i < COUNT(FOLDERS); i++) {
        struct rulebook *book = NULL;
        struct arena arena = {0};
        struct problems problems = {.arena = &arena};
        struct quanze_error error;
        if (rulebook_load(FOLDERS[i], &book, &problems, &error) != QUANZE_OK) fail_msg("%s", error.en);
        for (size_t k = 0; k < book->count; k++) {
            check_rule(&book->rules[k], &with_authority);
            unread += book->rules[k].basis.count > count_read(&book->rules[k]);
        }
        rules += book->count;
        rulebook_free(book);
        arena_free(&arena);
    }
    assert_true(rules >= 80 && unread >= 20 && with_authority >= 100); /* there was something to find */
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_rule_gives_a_letter_what_was_not_read)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
