/* ledger_export.c - tasks out of the ledger: JSON, JSON Lines, or a table whose heads are the fact table's labels. */
#include <say/ledger_inside.h>

void say_exports_begin(struct buf *out, struct ledger_page *page) {
    static const enum fact_id FACTS[] = {FACT_ID_ID,        FACT_ID_TITLE,       FACT_ID_ISSUER_NAME,
                                         FACT_ID_TOWNSHIPS, FACT_ID_RECEIVED_AT, FACT_ID_DUE_AT};
    if (page->format == QUANZE_FORMAT_JSON) buf_put_text(out, "{\"format\":\"quanze/ledger-export/1\",\"tasks\":[");
    if (page->format != QUANZE_FORMAT_CSV) return;
    for (size_t i = 0; i < sizeof FACTS / sizeof *FACTS; i++) {
        buf_put(out, fact_label(FACTS[i], page->language));
        buf_put_char(out, ',');
    }
    buf_put(out, messages_text(MESSAGE_EXPORT_HEADS, page->language));
    buf_put_text(out, "\r\n");
}

/* A cell of RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
static void put_cell(struct buf *out, struct str text) {
    bool quoted = false;
    for (size_t i = 0; i < text.length; i++)
        quoted = quoted || text.at[i] == ',' || text.at[i] == '"' || text.at[i] == '\n' || text.at[i] == '\r';
    if (quoted) buf_put_char(out, '"');
    if (text.length > 0 && strchr("=+-@\t", text.at[0])) buf_put_char(out, '\'');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"') buf_put_char(out, '"');
        buf_put_char(out, text.at[i]);
    }
    if (quoted) buf_put_char(out, '"');
    buf_put_char(out, ',');
}

static void put_time(struct buf *out, int64_t minute) {
    char text[24];
    if (minute != DAY_NONE) buf_put(out, (struct str){text, day_format_minute(minute, text)});
    buf_put_char(out, ',');
}

static void put_row(struct buf *out, const struct ledger_export *row) {
    char hash[72], day[24];
    put_cell(out, row->id);
    put_cell(out, row->title);
    put_cell(out, row->issuer);
    put_cell(out, row->townships);
    put_time(out, row->received_at);
    put_time(out, row->due_at);
    put_cell(out, row->verdict);
    put_cell(out, row->as_of == DAY_NONE ? STR("") : (struct str){day, day_format(row->as_of, day)});
    put_cell(out, row->state);
    put_time(out, row->at);
    buf_put_int(out, row->seq);
    digest_text(&row->hash, hash);
    buf_printf(out, ",%s\r\n", hash);
}

void say_export(struct buf *out, struct ledger_page *page, const struct ledger_export *row) {
    if (page->format == QUANZE_FORMAT_CSV) {
        put_row(out, row);
        return;
    }
    if (page->format == QUANZE_FORMAT_JSON) {
        if (page->rows++ > 0) buf_put_char(out, ',');
        buf_put_char(out, '\n');
    }
    ledger_json_export(out, row);
    if (page->format != QUANZE_FORMAT_JSON) buf_put_char(out, '\n');
}
