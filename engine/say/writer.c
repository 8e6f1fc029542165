/* writer.c - see writer.h. Source: RFC 8259 (strings), YAML 1.2 (JSON strings are YAML strings). */
#include <say/writer.h>

static void line_start(struct writer *writer, unsigned depth) {
    if (writer->out->length > 0) buf_put_char(writer->out, '\n');
    buf_put_repeat(writer->out, STR("  "), depth);
}

void writer_lead_styled(struct writer *writer, bool is_key) {
    if (writer->after_key) {
        if (writer->style == WRITER_YAML) buf_put_char(writer->out, ' ');
    } else if (writer->style == WRITER_YAML) {
        if (writer->dash)
            writer->dash = false;
        else if (writer->depth > 0)
            line_start(writer, writer->depth - 1);
        if (!is_key && writer->depth > 0) buf_put_text(writer->out, "- ");
    } else if (writer->depth > 0) {
        if (writer->comma) buf_put_char(writer->out, ',');
        line_start(writer, writer->depth);
    }
    writer->after_key = false;
    writer->fresh = false;
}

void writer_key_styled(struct writer *writer, struct str quoted) {
    writer_lead_styled(writer, true);
    if (writer->style == WRITER_YAML) {
        buf_put(writer->out, (struct str){quoted.at + 1, quoted.length - 2});
        buf_put_char(writer->out, ':');
    } else {
        buf_put(writer->out, quoted);
        buf_put_text(writer->out, ": ");
    }
    writer->comma = false;
    writer->after_key = true;
}

void writer_key(struct writer *writer, struct str name) {
    if (writer->style == WRITER_COMPACT) {
        writer_name(writer, name);
        writer_bytes(writer, STR(":"));
        writer->comma = false;
        return;
    }
    writer_lead_styled(writer, true);
    if (writer->style == WRITER_PRETTY) buf_put_char(writer->out, '"');
    buf_put(writer->out, name);
    buf_put_text(writer->out, writer->style == WRITER_PRETTY ? "\": " : ":");
    writer->comma = false;
    writer->after_key = true;
}

/* A YAML container shows itself only by what is in it, so nothing but its place is written here. */
void writer_open_styled(struct writer *writer, char bracket) {
    if (writer->style == WRITER_PRETTY) {
        writer_lead_styled(writer, false);
        buf_put_char(writer->out, bracket);
    } else if (!writer->after_key) {
        writer_lead_styled(writer, false);
        writer->dash = writer->depth > 0;
    }
    writer->after_key = false;
    writer->comma = false;
    writer->fresh = true;
    writer->depth++;
}

void writer_close_styled(struct writer *writer, char bracket) {
    writer->depth--;
    if (writer->fresh && writer->style == WRITER_YAML) {
        if (!writer->dash) buf_put_char(writer->out, ' ');
        buf_put_text(writer->out, bracket == '}' ? "{}" : "[]");
        writer->dash = false;
    } else if (writer->style == WRITER_PRETTY) {
        if (!writer->fresh) line_start(writer, writer->depth);
        buf_put_char(writer->out, bracket);
    }
    writer->fresh = false;
}

/* Bytes that a JSON string may not hold as they are. */
static bool must_escape(unsigned char byte) { return byte < 0x20 || byte == '"' || byte == '\\'; }

/* Offset of the first byte to escape at or after `from`, eight bytes at a time; the length when there is none.
 * Source: Lamport, "Multiple byte processing with full-word instructions" (zero byte in a word). */
static size_t escape_at(struct str text, size_t from) {
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
    while (from + 8 <= text.length) {
        uint64_t word;
        memcpy(&word, text.at + from, 8);
        const uint64_t quote = word ^ (ones * '"'), slash = word ^ (ones * '\\');
        const uint64_t hit = ((word - ones * 0x20) & ~word) | ((quote - ones) & ~quote) | ((slash - ones) & ~slash);
        if (hit & tops) break;
        from += 8;
    }
    while (from < text.length && !must_escape((unsigned char)text.at[from])) from++;
    return from;
}

static struct str escape_of(unsigned char byte, char room[6]) {
    static const char HEX[] = "0123456789abcdef";
    switch (byte) {
    case '"': return STR("\\\"");
    case '\\': return STR("\\\\");
    case '\n': return STR("\\n");
    case '\r': return STR("\\r");
    case '\t': return STR("\\t");
    }
    memcpy(room, "\\u00", 4);
    room[4] = HEX[byte >> 4];
    room[5] = HEX[byte & 15];
    return (struct str){room, 6};
}

static void put_escaped(struct writer *writer, struct str text) {
    char room[6];
    for (size_t from = 0; from < text.length;) {
        const size_t stop = escape_at(text, from);
        writer_bytes(writer, (struct str){text.at + from, stop - from});
        if (stop == text.length) return;
        writer_bytes(writer, escape_of((unsigned char)text.at[stop], room));
        from = stop + 1;
    }
}

void writer_name_slow(struct writer *writer, struct str name) {
    writer_lead(writer);
    writer_bytes(writer, STR("\""));
    writer_bytes(writer, name);
    writer_bytes(writer, STR("\""));
}

void writer_string(struct writer *writer, struct str text) {
    if (escape_at(text, 0) == text.length) {
        writer_name(writer, text);
        return;
    }
    writer_lead(writer);
    writer_bytes(writer, STR("\""));
    put_escaped(writer, text);
    writer_bytes(writer, STR("\""));
}

size_t writer_string_begin(struct writer *writer) {
    writer_lead(writer);
    writer_bytes(writer, STR("\""));
    return writer->out->length;
}

void writer_string_end(struct writer *writer, size_t begin) {
    struct buf *out = writer->out;
    if (out->failed) return;
    const struct str text = {out->at + begin, out->length - begin};
    if (escape_at(text, 0) < text.length) {
        struct buf copy = {0};
        buf_put(&copy, text);
        out->failed = copy.failed;
        out->length = begin;
        put_escaped(writer, buf_str(&copy));
        buf_free(&copy);
    }
    writer_bytes(writer, STR("\""));
}

void writer_int(struct writer *writer, int64_t number) { writer_decimal(writer, number, 0); }

size_t writer_format_decimal(int64_t number, unsigned digits, char *out) {
    char reversed[32];
    size_t count = 0, length = 0;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    for (; digits > 0 && rest % 10 == 0; digits--) rest /= 10;
    if (digits > 0) {
        for (; digits > 0; digits--, rest /= 10) reversed[count++] = (char)('0' + rest % 10);
        reversed[count++] = '.';
    }
    do {
        reversed[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0) out[length++] = '-';
    while (count > 0) out[length++] = reversed[--count];
    return length;
}

void writer_decimal(struct writer *writer, int64_t number, unsigned digits) {
    char text[32];
    writer_raw(writer, (struct str){text, writer_format_decimal(number, digits, text)});
}
