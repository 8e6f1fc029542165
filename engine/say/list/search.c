/* search.c - see search.h. */
#include <say/list/search.h>

#include <say/list/list_page.h>
#include <say/page.h>
#include <say/rule/rule_page.h>

/* Hundredths, as everywhere that a score is shown. */
static int64_t hundredths(int32_t score) { return score / 10000; }

static void write_hit(struct writer *writer, const struct list *list, const struct search_hit *hit) {
    const struct item *item = &list->items[hit->item];
    writer_open(writer, '{');
    WRITER_KEY(writer, "item");
    writer_string(writer, item->id);
    WRITER_KEY(writer, "kind");
    writer_name(writer, choices_of("ITEM_KIND").at[item->kind].name);
    WRITER_KEY(writer, "name");
    writer_string(writer, item->name);
    WRITER_KEY(writer, "score");
    writer_decimal(writer, hundredths(hit->score), 2);
    WRITER_KEY(writer, "words");
    say_write_texts(writer, &hit->words);
    writer_close(writer, '}');
}

/* In both languages, where the list was not in force on the day that was asked for; else nothing. */
static void write_not_in_force(struct writer *writer, const struct list *list, int32_t as_of) {
    struct buf zh = {0}, en = {0};
    if (list_page_not_in_force(&zh, list, as_of, QUANZE_ZH) && list_page_not_in_force(&en, list, as_of, QUANZE_EN)) {
        WRITER_KEY(writer, "not_in_force");
        writer_open(writer, '{');
        WRITER_KEY(writer, "en");
        writer_string(writer, buf_str(&en));
        WRITER_KEY(writer, "zh");
        writer_string(writer, buf_str(&zh));
        writer_close(writer, '}');
    }
    writer->out->failed |= zh.failed || en.failed;
    buf_free(&zh);
    buf_free(&en);
}

static void write_answer(struct writer *writer, const struct list *list, const struct search_answer *answer) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "format");
    writer_name(writer, STR("quanze/search/1"));
    WRITER_KEY(writer, "how");
    writer_name(writer, answer->accepted ? STR("matched") : STR("none"));
    WRITER_KEY(writer, "matches");
    writer_open(writer, '[');
    for (size_t i = 0; i < answer->count; i++) write_hit(writer, list, &answer->hits[i]);
    writer_close(writer, ']');
    write_not_in_force(writer, list, answer->as_of);
    WRITER_KEY(writer, "query");
    writer_string(writer, answer->query);
    writer_close(writer, '}');
    buf_put_char(writer->out, '\n');
}

static void put_hit(struct page *page, const struct list *list, const struct search_hit *hit, quanze_language language) {
    enum { INDENT = 7 };
    const struct item *item = &list->items[hit->item];
    struct buf line = {0};
    const int64_t score = hundredths(hit->score);
    buf_printf(&line, " %d.%02d  ", (int)(score / 100), (int)(score % 100));
    buf_put(&line, item->name);
    buf_put(&line, messages_text(MESSAGE_GAP, language));
    buf_put(&line, choice_text(&choices_of("ITEM_KIND").at[item->kind], language));
    page_flow_edge(page, buf_str(&line), INDENT, item->id);
    page_drop(page, &line);
    if (hit->words.count > 0) {
        buf_put(&line, messages_text(MESSAGE_FOUND_BY_WORDS, language));
        for (size_t i = 0; i < hit->words.count; i++) {
            if (i > 0) buf_put(&line, messages_text(MESSAGE_LIST_COMMA, language));
            buf_put(&line, hit->words.at[i]);
        }
        page_to(page, INDENT);
        page_paint(page, PAINT_FAINT);
        page_flow(page, buf_str(&line), INDENT);
        page_paint(page, PAINT_PLAIN);
        page_end_line(page);
        page_drop(page, &line);
    }
    buf_free(&line);
}

static void put_answer(struct page *page, const struct list *list, const struct search_answer *answer,
                       quanze_language language) {
    const enum message_id none = answer->count > 0 ? MESSAGE_SPEAKS_OF_NO_ITEM_NEAREST : MESSAGE_SPEAKS_OF_NO_ITEM;
    struct buf line = {0};
    if (list_page_not_in_force(&line, list, answer->as_of, language)) {
        page_to(page, 1);
        page_flow(page, buf_str(&line), 1);
        page_end_line(page);
        page_drop(page, &line);
    }
    buf_free(&line);
    if (!answer->accepted) {
        buf_put_char(page->out, ' ');
        page_put(page, messages_text(none, language));
        page_end_line(page);
    }
    for (size_t i = 0; i < answer->count; i++) put_hit(page, list, &answer->hits[i], language);
}

void say_search(struct buf *out, const struct list *list, const struct search_answer *answer, quanze_language language,
                quanze_format format) {
    struct page page = {.out = out};
    struct writer writer = writer_start(out, say_style_of(format));
    if (format == QUANZE_FORMAT_TEXT)
        put_answer(&page, list, answer, language);
    else
        write_answer(&writer, list, answer);
}
