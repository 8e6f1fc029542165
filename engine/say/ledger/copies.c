/* copies.c - see copies.h. */
#include <say/ledger/copies.h>

#include <say/html.h>
#include <say/page.h>
#include <say/rule/rule_page.h>
#include <stdio.h>

static const struct {
    struct str name;
    enum message_id message;
} KINDS[] = {[SAY_SAME_TEXT] = {STR_INIT("same_text"), MESSAGE_COPY_SAME_TEXT},
             [SAY_NEAR_TEXT] = {STR_INIT("near_text"), MESSAGE_COPY_NEAR_TEXT},
             [SAY_SAME_ITEM] = {STR_INIT("same_item"), MESSAGE_COPY_SAME_ITEM},
             [SAY_SAME_FIELDS] = {STR_INIT("same_fields"), MESSAGE_COPY_SAME_FIELDS},
             [SAY_VERSION] = {STR_INIT("version"), MESSAGE_COPY_VERSION}};

static int64_t hundredths(int32_t similarity) { return similarity / 10000; }

static void write_group(struct writer *writer, const struct say_copies_group *group) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "departments");
    say_write_texts(writer, &group->departments);
    WRITER_KEY(writer, "kind");
    writer_name(writer, KINDS[group->kind].name);
    WRITER_KEY(writer, "similarity");
    writer_decimal(writer, hundredths(group->similarity), 2);
    WRITER_KEY(writer, "tasks");
    say_write_texts(writer, &group->tasks);
    WRITER_KEY(writer, "townships");
    say_write_texts(writer, &group->townships);
    writer_close(writer, '}');
}

static void write_groups(struct writer *writer, const struct say_copies_group *groups, size_t count, uint64_t papers) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "format");
    writer_name(writer, STR("quanze/similar/1"));
    WRITER_KEY(writer, "groups");
    writer_open(writer, '[');
    for (size_t i = 0; i < count; i++) write_group(writer, &groups[i]);
    writer_close(writer, ']');
    WRITER_KEY(writer, "papers");
    writer_int(writer, (int64_t)papers);
    writer_close(writer, '}');
    buf_put_char(writer->out, '\n');
}

enum { INDENT = 2 };

static void put_joined(struct page *page, enum message_id label, const struct texts *texts, quanze_language language) {
    if (texts->count == 0) return;
    struct buf line = {0};
    buf_put(&line, messages_text(label, language));
    for (size_t i = 0; i < texts->count; i++) {
        if (i > 0) buf_put(&line, messages_text(MESSAGE_LIST_COMMA, language));
        buf_put(&line, texts->at[i]);
    }
    page_to(page, INDENT);
    page_flow(page, buf_str(&line), INDENT);
    page_end_line(page);
    page_drop(page, &line);
    buf_free(&line);
}

static void fill_head(struct buf *out, const struct say_copies_group *group, size_t number, quanze_language language) {
    char which[24], similarity[16];
    const int64_t score = hundredths(group->similarity);
    (void)snprintf(which, sizeof which, "%zu", number);
    (void)snprintf(similarity, sizeof similarity, "%d.%02d", (int)(score / 100), (int)(score % 100));
    MESSAGES_FILL(out, MESSAGE_COPIES_HEAD, language, str_of(which), messages_text(KINDS[group->kind].message, language),
                  str_of(similarity));
}

static void fill_total(struct buf *out, size_t count, uint64_t papers, quanze_language language) {
    char all[24], found[24];
    (void)snprintf(all, sizeof all, "%llu", (unsigned long long)papers);
    (void)snprintf(found, sizeof found, "%zu", count);
    MESSAGES_FILL(out, count > 0 ? MESSAGE_COPIES_TOTAL : MESSAGE_COPIES_NONE, language, str_of(all), str_of(found));
}

static void put_group(struct page *page, const struct say_copies_group *group, size_t number, quanze_language language) {
    struct buf head = {0};
    fill_head(&head, group, number, language);
    page_paint(page, PAINT_STRONG);
    page_put(page, buf_str(&head));
    page_paint(page, PAINT_PLAIN);
    page_end_line(page);
    page_drop(page, &head);
    buf_free(&head);
    for (size_t i = 0; i < group->tasks.count; i++) {
        page_to(page, INDENT);
        page_flow(page, group->tasks.at[i], INDENT);
        page_end_line(page);
    }
    put_joined(page, MESSAGE_COPIES_DEPARTMENTS, &group->departments, language);
    put_joined(page, MESSAGE_COPIES_TOWNSHIPS, &group->townships, language);
    page_end_line(page);
}

static void put_groups(struct page *page, const struct say_copies_group *groups, size_t count, uint64_t papers,
                       quanze_language language) {
    for (size_t i = 0; i < count; i++) put_group(page, &groups[i], i + 1, language);
    fill_total(page->out, count, papers, language);
    buf_put_char(page->out, '\n');
}

static void put_names(struct buf *out, enum message_id label, const struct texts *texts, quanze_language language) {
    if (texts->count == 0) return;
    buf_put_text(out, "<p class=\"small\">");
    html_text(out, messages_text(label, language));
    for (size_t i = 0; i < texts->count; i++) {
        if (i > 0) html_text(out, messages_text(MESSAGE_LIST_COMMA, language));
        html_text(out, texts->at[i]);
    }
    buf_put_text(out, "</p>\n");
}

static void put_html(struct buf *out, const struct say_copies_group *groups, size_t count, uint64_t papers,
                     quanze_language language) {
    struct buf line = {0};
    fill_total(&line, count, papers, language);
    html_element(out, "p", "box", buf_str(&line));
    buf_put_char(out, '\n');
    for (size_t i = 0; i < count; i++) {
        out->failed |= line.failed;
        buf_clear(&line);
        fill_head(&line, &groups[i], i + 1, language);
        html_element(out, "h2", NULL, buf_str(&line));
        buf_put_text(out, "\n<ul>\n");
        for (size_t k = 0; k < groups[i].tasks.count; k++) html_element(out, "li", NULL, groups[i].tasks.at[k]);
        buf_put_text(out, "</ul>\n");
        put_names(out, MESSAGE_COPIES_DEPARTMENTS, &groups[i].departments, language);
        put_names(out, MESSAGE_COPIES_TOWNSHIPS, &groups[i].townships, language);
    }
    out->failed |= line.failed;
    buf_free(&line);
}

void say_copies(struct buf *out, const struct say_copies_group *groups, size_t count, uint64_t papers,
                struct say_copies_style style) {
    struct page page = {.out = out, .colour = style.colour};
    struct writer writer = writer_start(out, say_style_of(style.format));
    if (style.format == QUANZE_FORMAT_TEXT)
        put_groups(&page, groups, count, papers, style.language);
    else if (style.format == QUANZE_FORMAT_HTML_PART)
        put_html(out, groups, count, papers, style.language);
    else
        write_groups(&writer, groups, count, papers);
}
