/* bundle_verified.c - what became of a bundle that was decided again: the same, what differs, or which files were changed. */
#include <say/ledger/bundle.h>

#include <say/page.h>
#include <say/say_inside.h>

static void write_text(struct writer *writer, struct str text) {
    if (text.at && text.length > 0)
        writer_string(writer, text);
    else
        writer_null(writer);
}

static void write_differences(struct writer *writer, const struct bundle_verified *verified) {
    writer_open(writer, '[');
    for (size_t i = 0; i < verified->difference_count; i++) {
        const struct bundle_difference *difference = &verified->differences[i];
        writer_open(writer, '{');
        WRITER_FIRST(writer, "now");
        write_text(writer, difference->now);
        WRITER_NEXT(writer, "then");
        write_text(writer, difference->then);
        WRITER_NEXT(writer, "what");
        writer_string(writer, difference->where);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

/* {"now", "then"} */
static void write_pair(struct writer *writer, struct str then, struct str now) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "now");
    write_text(writer, now);
    WRITER_NEXT(writer, "then");
    write_text(writer, then);
    writer_close(writer, '}');
}

static void put_json(struct buf *out, const struct bundle_verified *verified) {
    struct writer writer = writer_start(out, WRITER_PRETTY);
    char check[72];
    digest_text(&verified->check, check);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "as_of");
    say_write_day(&writer, verified->manifest->as_of);
    WRITER_NEXT(&writer, "changed");
    say_write_texts(&writer, &verified->changed);
    WRITER_NEXT(&writer, "check");
    writer_name(&writer, str_of(check));
    WRITER_NEXT(&writer, "differences");
    write_differences(&writer, verified);
    WRITER_NEXT(&writer, "engine");
    write_pair(&writer, verified->manifest->engine, STR(QUANZE_VERSION));
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/bundle-verify/1"));
    WRITER_NEXT(&writer, "parts");
    writer_int(&writer, (int64_t)verified->manifest->part_count);
    WRITER_NEXT(&writer, "review_code");
    write_text(&writer, verified->review_code);
    WRITER_NEXT(&writer, "same");
    writer_bool(&writer, bundle_is_same(verified));
    WRITER_NEXT(&writer, "task");
    writer_string(&writer, verified->manifest->task);
    WRITER_NEXT(&writer, "verdict");
    write_pair(&writer, verified->then, verified->now);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}

struct verified_page {
    struct page page;
    struct buf line;
    quanze_language language;
};

static void put_line(struct verified_page *page, size_t column) {
    page_to(&page->page, column);
    page_flow(&page->page, buf_str(&page->line), column);
    page_end_line(&page->page);
    page_drop(&page->page, &page->line);
}

static size_t body_column(const struct verified_page *page) { return page->language == QUANZE_EN ? 10 : 9; }

static void put_head(struct verified_page *page, const struct bundle_verified *verified) {
    const bool same = bundle_is_same(verified);
    const enum message_id word = same                          ? MESSAGE_BUNDLE_SAME
                                 : verified->changed.count > 0 ? MESSAGE_BUNDLE_CHANGED
                                                               : MESSAGE_BUNDLE_DIFFERS;
    page_paint(&page->page, same ? PAINT_STRONG : PAINT_BLOCK);
    page_to(&page->page, 1);
    page_put(&page->page, messages_text(word, page->language));
    page_paint(&page->page, PAINT_PLAIN);
    buf_put(&page->line, verified->title.length > 0 ? verified->title : verified->manifest->task);
    put_line(page, body_column(page));
}

static struct str shown(const struct verified_page *page, struct str text) {
    return text.at && text.length > 0 ? text : messages_text(MESSAGE_BUNDLE_ABSENT, page->language);
}

static void put_count(struct verified_page *page, enum message_id message, size_t count) {
    struct buf number = {0};
    buf_put_int(&number, (int64_t)count);
    MESSAGES_FILL(&page->line, message, page->language, buf_str(&number));
    page->line.failed |= number.failed;
    buf_free(&number);
    put_line(page, body_column(page));
}

/* A number of bytes, and as much of a hash as two people compare on the telephone. */
static void put_extent(struct buf *bytes, struct buf *hash, uint64_t count, const struct digest *digest) {
    enum { SHOWN = sizeof "sha256:" - 1 + 12 };
    char text[72];
    digest_text(digest, text);
    buf_put_int(bytes, (int64_t)count);
    buf_put(hash, (struct str){text, SHOWN});
}

/* A part with what the manifest expects and what it is. */
static void put_changed(struct verified_page *page, const struct bundle_verified *verified, struct str name, size_t column) {
    struct buf size = {0}, hash = {0}, size_now = {0}, hash_now = {0};
    size_t part = 0;
    while (!str_equal(verified->manifest->parts[part].name, name)) part++;
    put_extent(&size, &hash, verified->manifest->parts[part].bytes, &verified->manifest->parts[part].digest);
    put_extent(&size_now, &hash_now, verified->bytes[part].length, &verified->digests[part]);
    MESSAGES_FILL(&page->line, MESSAGE_BUNDLE_CHANGED_PART, page->language, name, buf_str(&size), buf_str(&hash),
                  buf_str(&size_now), buf_str(&hash_now));
    page->line.failed |= size.failed || hash.failed || size_now.failed || hash_now.failed;
    buf_free(&size);
    buf_free(&hash);
    buf_free(&size_now);
    buf_free(&hash_now);
    put_line(page, column);
}

static void put_outcome(struct verified_page *page, const struct bundle_verified *verified) {
    const size_t indent = body_column(page) + 2;
    if (bundle_is_same(verified)) {
        buf_put(&page->line, messages_text(MESSAGE_BUNDLE_SAME_SAYS, page->language));
        put_line(page, body_column(page));
    }
    if (verified->changed.count > 0) put_count(page, MESSAGE_BUNDLE_CHANGED_SAYS, verified->changed.count);
    for (size_t i = 0; i < verified->changed.count; i++) put_changed(page, verified, verified->changed.at[i], indent);
    if (verified->difference_count > 0) put_count(page, MESSAGE_BUNDLE_DIFFERS_SAYS, verified->difference_count);
    for (size_t i = 0; i < verified->difference_count; i++) {
        const struct bundle_difference *difference = &verified->differences[i];
        MESSAGES_FILL(&page->line, MESSAGE_BUNDLE_THEN_NOW, page->language, difference->where, shown(page, difference->then),
                      shown(page, difference->now));
        put_line(page, indent);
    }
}

static void put_foot(struct verified_page *page, const struct bundle_verified *verified) {
    const unsigned char *check = verified->check.bytes;
    struct buf day = {0}, count = {0}, code = {0};
    say_day(&day, verified->manifest->as_of);
    buf_put_int(&count, (int64_t)verified->manifest->part_count);
    buf_printf(&code, "%02x%02x-%02x%02x", check[0], check[1], check[2], check[3]);
    page_end_line(&page->page);
    page_paint(&page->page, PAINT_FAINT);
    MESSAGES_FILL(&page->line, MESSAGE_BUNDLE_ENGINES, page->language, verified->manifest->engine, STR(QUANZE_VERSION),
                  buf_str(&day));
    put_line(page, 1);
    MESSAGES_FILL(&page->line, MESSAGE_BUNDLE_CODES, page->language, buf_str(&count), buf_str(&code),
                  shown(page, verified->review_code));
    put_line(page, 1);
    page_paint(&page->page, PAINT_PLAIN);
    page->page.out->failed |= day.failed || count.failed || code.failed;
    buf_free(&day);
    buf_free(&count);
    buf_free(&code);
}

void say_bundle_verified(struct buf *out, const struct bundle_verified *verified, struct say_style style,
                         quanze_format format) {
    if (format == QUANZE_FORMAT_JSON) {
        put_json(out, verified);
        return;
    }
    struct verified_page page = {.page = {.out = out, .colour = style.colour}, .language = style.language};
    put_head(&page, verified);
    put_outcome(&page, verified);
    put_foot(&page, verified);
    buf_free(&page.line);
}
