/* seals.c - seals as text, JSON and a table: one in full, or one a line. */
#include <say/html.h>
#include <say/ledger/ledger_inside.h>

#define PUT LEDGER_PUT

static void put_hex_line(struct buf *out, enum message_id id, quanze_language language, const unsigned char *bytes,
                         size_t count) {
    struct buf hex = {0};
    ledger_put_hex(&hex, bytes, count);
    PUT(out, id, language, buf_str(&hex));
    buf_free(&hex);
}

static void write_hex(struct writer *writer, const unsigned char *bytes, size_t count) {
    const size_t begin = writer_string_begin(writer);
    ledger_put_hex(writer->out, bytes, count);
    writer_string_end(writer, begin);
}

static void write_seal(struct buf *out, const struct ledger_seal_line *line) {
    const struct ledger_seal *seal = &line->seal;
    char form[24], head[72];
    struct writer writer = writer_start(out, WRITER_COMPACT);
    ledger_short_form(&seal->head, form);
    digest_text(&seal->head, head);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "at");
    say_write_minute(&writer, line->at);
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/seal/1"));
    WRITER_NEXT(&writer, "head");
    writer_name(&writer, str_of(head));
    WRITER_NEXT(&writer, "holds");
    writer_bool(&writer, line->holds);
    WRITER_NEXT(&writer, "month");
    writer_string(&writer, str_of(seal->month));
    WRITER_NEXT(&writer, "office");
    writer_string(&writer, line->office);
    WRITER_NEXT(&writer, "person");
    writer_string(&writer, line->person);
    WRITER_NEXT(&writer, "public_key");
    write_hex(&writer, seal->key.bytes, sizeof seal->key.bytes);
    WRITER_NEXT(&writer, "row");
    writer_int(&writer, seal->seq);
    WRITER_NEXT(&writer, "rows");
    writer_int(&writer, seal->rows);
    WRITER_NEXT(&writer, "short_form");
    writer_name(&writer, str_of(form));
    WRITER_NEXT(&writer, "signature");
    write_hex(&writer, seal->signature.bytes, sizeof seal->signature.bytes);
    WRITER_NEXT(&writer, "whole_month");
    writer_bool(&writer, !ledger_seal_is_early(line));
    writer_close(&writer, '}');
}

void say_seal_early(struct buf *out, quanze_language language, const struct ledger_seal_line *line) {
    const struct str values[] = {str_of(line->seal.month), LEDGER_NUMBER(line->seal.rows)};
    messages_fill(out, MESSAGE_SEAL_EARLY, language, values, 2);
}

void say_seal(struct buf *out, const struct ledger_page *page, const struct ledger_seal_line *line, struct str county) {
    const struct ledger_seal *seal = &line->seal;
    const bool early = ledger_seal_is_early(line);
    char head[72], form[24];
    if (page->format == QUANZE_FORMAT_JSON) {
        write_seal(out, line);
        buf_put_char(out, '\n');
        return;
    }
    digest_text(&seal->head, head);
    ledger_short_form(&seal->head, form);
    PUT(out, early ? MESSAGE_SEALED_EARLY : MESSAGE_SEALED, page->language, str_of(seal->month), LEDGER_NUMBER(seal->seq),
        LEDGER_NUMBER(seal->rows));
    if (early) PUT(out, MESSAGE_SEAL_EARLY, page->language, str_of(seal->month), LEDGER_NUMBER(seal->rows));
    if (county.length > 0) PUT(out, MESSAGE_SEAL_COUNTY, page->language, county);
    PUT(out, MESSAGE_SEAL_BY, page->language, line->office, line->person);
    PUT(out, MESSAGE_LEDGER_SHORT, page->language, str_of(form));
    PUT(out, MESSAGE_LEDGER_HEAD, page->language, str_of(head));
    put_hex_line(out, MESSAGE_SEAL_KEY, page->language, seal->key.bytes, sizeof seal->key.bytes);
    put_hex_line(out, MESSAGE_SEAL_SIGNATURE, page->language, seal->signature.bytes, sizeof seal->signature.bytes);
    if (!line->holds) PUT(out, MESSAGE_SEAL_FAULTY, page->language, STR(""));
    PUT(out, MESSAGE_SEAL_KEEP, page->language, STR(""));
    PUT(out, MESSAGE_SEAL_SIGN_HERE, page->language, STR(""));
    PUT(out, MESSAGE_SEAL_SIGN_THERE, page->language, STR(""));
}

void say_seals_begin(struct buf *out, struct ledger_page *page) {
    static const enum message_id HEADS[] = {MESSAGE_KIND_SEAL, MESSAGE_HEAD_ROW,  MESSAGE_HEAD_SHORT,
                                            MESSAGE_HEAD_BY,   MESSAGE_HEAD_TIME, MESSAGE_HEAD_STATE};
    if (page->format == QUANZE_FORMAT_JSON) buf_put_text(out, "{\"format\":\"quanze/seals/1\",\"rows\":[");
    if (ledger_is_html(page)) ledger_html_table(out, page, MESSAGE_TITLE_SEALS, HEADS, sizeof HEADS / sizeof *HEADS);
}

static struct str holds_label(const struct ledger_seal_line *line, quanze_language language) {
    if (!line->holds) return messages_text(MESSAGE_SEAL_FAULTY, language);
    return messages_text(ledger_seal_is_early(line) ? MESSAGE_SEAL_HOLDS_EARLY : MESSAGE_SEAL_HOLDS, language);
}

static void put_html(struct buf *out, const struct ledger_page *page, const struct ledger_seal_line *line, const char *form) {
    struct buf by = {0}, at = {0};
    buf_put(&by, line->office);
    buf_put_char(&by, '/');
    buf_put(&by, line->person);
    say_minute(&at, line->at, false);
    buf_put_text(out, "<tr>");
    ledger_html_month_cell(out, page, MESSAGE_KIND_SEAL, str_of(line->seal.month));
    ledger_html_cell(out, page, MESSAGE_HEAD_ROW, "number", LEDGER_NUMBER(line->seal.rows));
    ledger_html_cell(out, page, MESSAGE_HEAD_SHORT, "when", str_of(form));
    ledger_html_cell(out, page, MESSAGE_HEAD_BY, NULL, buf_str(&by));
    ledger_html_cell(out, page, MESSAGE_HEAD_TIME, "when", buf_str(&at));
    ledger_html_cell(out, page, MESSAGE_HEAD_STATE, line->holds ? NULL : "level block", holds_label(line, page->language));
    buf_put_text(out, "</tr>\n");
    out->failed |= by.failed || at.failed;
    buf_free(&by);
    buf_free(&at);
}

void say_seal_line(struct buf *out, struct ledger_page *page, const struct ledger_seal_line *line) {
    char form[24];
    if (!ledger_is_on_page(page)) return;
    ledger_short_form(&line->seal.head, form);
    if (page->format == QUANZE_FORMAT_JSON) {
        ledger_put_comma(out, page);
        write_seal(out, line);
        return;
    }
    page->rows++;
    if (ledger_is_html(page)) {
        put_html(out, page, line, form);
        return;
    }
    PUT(out, MESSAGE_SEAL_LINE, page->language, str_of(line->seal.month), str_of(form), LEDGER_NUMBER(line->seal.rows),
        line->office, line->person, holds_label(line, page->language));
}
