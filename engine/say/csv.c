/* csv.c - see csv.h. */
#include <say/csv.h>

#include <say/writer.h>

void csv_begin(struct buf *out) { buf_put_text(out, "\xEF\xBB\xBF"); }

static void part(struct buf *out, bool *later) {
    if (*later) buf_put_char(out, ',');
    *later = true;
}

void csv_text(struct buf *out, struct str text, bool *later) {
    bool quoted = false;
    for (size_t i = 0; i < text.length; i++)
        quoted = quoted || text.at[i] == ',' || text.at[i] == '"' || text.at[i] == '\n' || text.at[i] == '\r';
    part(out, later);
    if (quoted) buf_put_char(out, '"');
    if (text.length > 0 && strchr("=+-@\t", text.at[0])) buf_put_char(out, '\'');
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"') buf_put_char(out, '"');
        buf_put_char(out, text.at[i]);
    }
    if (quoted) buf_put_char(out, '"');
}

void csv_number(struct buf *out, int64_t number, unsigned digits, bool *later) {
    char text[32];
    part(out, later);
    buf_put(out, (struct str){text, writer_format_decimal(number, digits, text)});
}

void csv_end_line(struct buf *out, bool *later) {
    buf_put_text(out, "\r\n");
    *later = false;
}
