/* book_html.c - the whole rule book as one page: what it is, contents by family, packs, then every rule. */
#include <say/rule/rule_html.h>

struct volume {
    struct buf *out;
    const struct rulebook *book;
    int32_t as_of;
    quanze_language language;
    struct str link; /* before the id of a rule that has a page of its own: the contents alone are written; or empty */
    struct buf line;
};

static struct str text_of(const struct volume *volume, enum message_id id) { return messages_text(id, volume->language); }

static void put_line(struct volume *volume, const char *tag, const char *style) {
    volume->out->failed |= volume->line.failed;
    html_element(volume->out, tag, style, buf_str(&volume->line));
    volume->line.length = 0;
}

static void put_number_heading(struct volume *volume, enum family family) {
    struct buf number = {0};
    buf_put_int(&number, (int64_t)rule_page_count(volume->book, family, volume->as_of));
    MESSAGES_FILL(&volume->line, MESSAGE_HEADING, volume->language, rule_page_family(family, volume->language),
                  buf_str(&number));
    volume->line.failed |= number.failed;
    buf_free(&number);
}

/* "180 rules, the law of 2026-05-01", and the hash that stands in every verdict. */
static void put_head(struct volume *volume) {
    struct buf count = {0};
    char day[24], hash[72];
    size_t rules = 0;
    for (size_t i = 0; i < volume->book->count; i++) rules += rule_page_is_shown(volume->book, i, volume->as_of);
    buf_put_int(&count, (int64_t)rules);
    html_element(volume->out, "h1", NULL, text_of(volume, MESSAGE_BOOK));
    if (volume->as_of == DAY_NONE)
        MESSAGES_FILL(&volume->line, MESSAGE_BOOK_NEWEST, volume->language, buf_str(&count));
    else
        MESSAGES_FILL(&volume->line, MESSAGE_BOOK_OF, volume->language, buf_str(&count),
                      (struct str){day, day_format(volume->as_of, day)});
    volume->line.failed |= count.failed;
    buf_free(&count);
    put_line(volume, "p", NULL);
    digest_text(&volume->book->digest, hash);
    html_element(volume->out, "p", "hash", str_of(hash));
}

static void put_levels(struct volume *volume) {
    static const enum message_id MEANINGS[] = {[LEVEL_INFO] = MESSAGE_LEVEL_MEANS_INFO,
                                               [LEVEL_WARN] = MESSAGE_LEVEL_MEANS_WARN,
                                               [LEVEL_HOLD] = MESSAGE_LEVEL_MEANS_HOLD,
                                               [LEVEL_BLOCK] = MESSAGE_LEVEL_MEANS_BLOCK};
    buf_put_text(volume->out, "<dl>\n");
    for (int level = LEVEL_BLOCK; level >= LEVEL_INFO; level--) {
        buf_put_text(volume->out, "<dt>");
        rule_html_level(volume->out, (enum level)level, volume->language);
        buf_put_text(volume->out, "</dt>");
        html_element(volume->out, "dd", NULL, text_of(volume, MEANINGS[level]));
    }
    buf_put_text(volume->out, "</dl>\n");
    html_element(volume->out, "p", "small", text_of(volume, MESSAGE_BOOK_MARKS));
}

static void put_packs(struct volume *volume) {
    if (volume->book->pack_count == 0) return;
    html_element(volume->out, "h2", NULL, text_of(volume, MESSAGE_LABEL_PACKS));
    for (size_t i = 0; i < volume->book->pack_count; i++) {
        const struct pack *pack = &volume->book->packs[i];
        buf_put_text(volume->out, "<div class=\"box\">");
        say_pack_name(&volume->line, pack, volume->language);
        put_line(volume, "strong", NULL);
        rule_page_days(&volume->line, pack->validity, volume->language);
        put_line(volume, "div", "small");
        html_element(volume->out, "div", NULL, bilingual_text(&pack->why, volume->language));
        buf_put_text(volume->out, "</div>\n");
    }
}

static void put_contents_of(struct volume *volume, enum family family) {
    if (rule_page_count(volume->book, family, volume->as_of) == 0) return;
    const bool leads = volume->link.length == 0;
    buf_put_text(volume->out, leads ? "<h3><a href=\"#" : "<h3 id=\"");
    html_anchor(volume->out, family_name(family));
    buf_put_text(volume->out, "\">");
    put_number_heading(volume, family);
    html_text(volume->out, buf_str(&volume->line));
    volume->line.length = 0;
    buf_put_text(volume->out, leads ? "</a></h3>\n<ul>\n" : "</h3>\n<ul>\n");
    for (size_t i = 0; i < volume->book->count; i++) {
        const struct rule *rule = &volume->book->rules[i];
        if (rule->family != family || !rule_page_is_shown(volume->book, i, volume->as_of)) continue;
        buf_put_text(volume->out, "<li><a href=\"");
        html_text(volume->out, volume->link.length > 0 ? volume->link : STR("#"));
        html_anchor(volume->out, rule->id);
        buf_put_text(volume->out, "\">");
        html_text(volume->out, bilingual_text(&rule->title, volume->language));
        buf_put_text(volume->out, "</a> ");
        html_element(volume->out, "span", "id", rule->id);
        say_rule_packs(&volume->line, rule, volume->language);
        put_line(volume, "small", NULL);
        buf_put_text(volume->out, "</li>\n");
    }
    buf_put_text(volume->out, "</ul>\n");
}

static void put_contents(struct volume *volume) {
    html_element(volume->out, "h2 id=\"contents\"", NULL, text_of(volume, MESSAGE_BOOK_CONTENTS));
    buf_put_text(volume->out, "<div class=\"contents\">\n");
    for (int family = 0; family < FAMILY_COUNT; family++) put_contents_of(volume, (enum family)family);
    buf_put_text(volume->out, "</div>\n");
}

static void put_family(struct volume *volume, enum family family) {
    if (rule_page_count(volume->book, family, volume->as_of) == 0) return;
    buf_put_text(volume->out, "<h2 id=\"");
    html_anchor(volume->out, family_name(family));
    buf_put_text(volume->out, "\">");
    put_number_heading(volume, family);
    html_text(volume->out, buf_str(&volume->line));
    volume->line.length = 0;
    buf_put_text(volume->out, " <small class=\"no-print\">");
    html_element(volume->out, "a href=\"#contents\"", NULL, text_of(volume, MESSAGE_BOOK_CONTENTS));
    buf_put_text(volume->out, "</small></h2>\n");
    for (size_t i = 0; i < volume->book->count; i++)
        if (volume->book->rules[i].family == family && rule_page_is_shown(volume->book, i, volume->as_of))
            rule_html_article(volume->out, &volume->book->rules[i], false, volume->language);
}

void say_book_html(struct buf *out, const struct rulebook *book, int32_t as_of, const struct quanze_page_request *style) {
    const quanze_language language = style->language;
    const quanze_format form = style->format;
    struct volume volume = {.out = out, .book = book, .as_of = as_of, .language = language, .link = str_of(style->link)};
    html_begin(out, text_of(&volume, MESSAGE_BOOK), language, form);
    put_head(&volume);
    put_levels(&volume);
    put_packs(&volume);
    put_contents(&volume);
    for (int family = 0; volume.link.length == 0 && family < FAMILY_COUNT; family++) put_family(&volume, (enum family)family);
    html_end(out, NULL, form);
    buf_free(&volume.line);
}
