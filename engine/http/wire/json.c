#include <http/wire/json.h>

#include <base/utf8.h>

void json_put_text(struct buf *out, struct str text) {
    buf_put_char(out, '"');
    for (size_t i = 0; i < text.length; i++) {
        const unsigned char c = (unsigned char)text.at[i];
        if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", c);
        else if (c < 0x20)
            buf_printf(out, "\\u%04x", c);
        else
            buf_put_char(out, (char)c);
    }
    buf_put_char(out, '"');
}

#define MEMBERS_MAX 512 /* of one object: no request has more than some ten */

struct reader {
    struct str text;
    size_t at;
    struct arena *arena;
    struct str twice; /* the name of a member that is there already */
};

static void skip_white(struct reader *reader) {
    while (reader->at < reader->text.length && memchr(" \t\r\n", reader->text.at[reader->at], 4)) reader->at++;
}

static bool take(struct reader *reader, struct str word) {
    skip_white(reader);
    const struct str rest = {reader->text.at + reader->at, reader->text.length - reader->at};
    if (!str_starts_with(rest, word)) return false;
    reader->at += word.length;
    return true;
}

static int hex_digit(char c) {
    static const char digits[] = "0123456789abcdef";
    const char *found = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + ('a' - 'A') : c) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* Four hex digits as a number, or -1. */
static int32_t take_unit(struct reader *reader) {
    int32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        const int digit = reader->at < reader->text.length ? hex_digit(reader->text.at[reader->at]) : -1;
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
        reader->at++;
    }
    return unit;
}

static size_t put_code_point(char *out, int32_t point) {
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    const size_t length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    static const int LEADS[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--, point >>= 6) out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)(LEADS[length] | point);
    return length;
}

/* Behind "\u"; a high surrogate takes the low one with it. */
static size_t take_escape_point(struct reader *reader, char *out) {
    int32_t point = take_unit(reader);
    if (point >= 0xD800 && point < 0xDC00) {
        const bool follows =
            str_starts_with((struct str){reader->text.at + reader->at, reader->text.length - reader->at}, STR("\\u"));
        reader->at += follows ? 2 : 0;
        const int32_t low = follows ? take_unit(reader) : -1;
        if (low < 0xDC00 || low > 0xDFFF) return 0;
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    } else if (point >= 0xDC00 && point <= 0xDFFF)
        return 0;
    return point > 0 ? put_code_point(out, point) : 0;
}

/* Bytes written; 0 for an escape that is none. */
static size_t take_escape(struct reader *reader, char *out) {
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char c = reader->at < reader->text.length ? reader->text.at[reader->at++] : '\0';
    if (c == 'u') return take_escape_point(reader, out);
    const char *found = c ? strchr(from, c) : NULL;
    if (!found) return 0;
    *out = to[found - from];
    return 1;
}

static bool take_text(struct reader *reader, struct str *out) {
    if (!take(reader, STR("\""))) return false;
    char *text = arena_take(reader->arena, reader->text.length - reader->at + 1);
    size_t length = 0;
    if (!text) return false;
    while (reader->at < reader->text.length && reader->text.at[reader->at] != '"') {
        const char c = reader->text.at[reader->at++];
        if ((unsigned char)c < 0x20) return false;
        const size_t written = c == '\\' ? take_escape(reader, text + length) : 1;
        if (written == 0) return false;
        if (c != '\\') text[length] = c;
        length += written;
    }
    text[length] = '\0';
    *out = (struct str){text, length};
    return take(reader, STR("\"")) && utf8_invalid_at(*out) < 0;
}

static bool take_member(struct reader *reader, struct fields *out) {
    struct field field = {.value = STR("")};
    if (out->count == MEMBERS_MAX || !take_text(reader, &field.name) || !take(reader, STR(":"))) return false;
    if (take(reader, STR("null"))) return true;
    if (take(reader, STR("true")))
        field.value = STR("true");
    else if (take(reader, STR("false")))
        field.value = STR("false");
    else if (!take_text(reader, &field.value))
        return false;
    for (size_t i = 0; i < out->count; i++)
        if (str_equal(out->at[i].name, field.name)) reader->twice = field.name;
    if (reader->twice.length > 0) return false;
    out->at[out->count++] = field;
    return true;
}

static quanze_status bad_object(const struct reader *reader, struct quanze_error *error) {
    struct place place = {"", 1, 1};
    for (size_t i = 0; i < reader->at && i < reader->text.length; i++) {
        place.line += reader->text.at[i] == '\n';
        if (reader->text.at[i] == '\n')
            place.column = 1;
        else if (((unsigned char)reader->text.at[i] & 0xC0) != 0x80)
            place.column++;
    }
    if (reader->twice.length > 0)
        return error_at(error, QUANZE_BAD_DATA, place, "“%.*s”写了两次", "\"%.*s\" is given twice",
                        (int)(reader->twice.length < 100 ? reader->twice.length : 100), reader->twice.at);
    return error_at(error, QUANZE_BAD_DATA, place, "请求应为一个 JSON 对象，值是文字、true、false 或 null",
                    "the request should be one JSON object whose values are texts, true, false or null");
}

quanze_status json_read_object(struct str text, struct arena *arena, struct fields *out, struct quanze_error *error) {
    struct reader reader = {text, 0, arena, STR("")};
    struct fields fields = {.at = arena_take_array(arena, MEMBERS_MAX, sizeof *fields.at)};
    if (!fields.at) return error_memory(error);
    if (!take(&reader, STR("{"))) return bad_object(&reader, error);
    if (!take(&reader, STR("}"))) {
        do
            if (!take_member(&reader, &fields)) return bad_object(&reader, error);
        while (take(&reader, STR(",")));
        if (!take(&reader, STR("}"))) return bad_object(&reader, error);
    }
    skip_white(&reader);
    if (reader.at < text.length) return bad_object(&reader, error);
    *out = fields;
    return QUANZE_OK;
}
