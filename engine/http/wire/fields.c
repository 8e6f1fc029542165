#include <http/wire/fields.h>

#include <base/utf8.h>
#include <strings.h>

static int hex_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool fields_decode(struct str text, bool plus, struct arena *arena, struct str *out) {
    char *at = arena_take(arena, text.length + 1);
    size_t length = 0;
    if (!at) return false;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c == '+' && plus) c = ' ';
        if (text.at[i] == '%') {
            int high = i + 2 < text.length ? hex_of(text.at[i + 1]) : -1;
            int low = i + 2 < text.length ? hex_of(text.at[i + 2]) : -1;
            if (high < 0 || low < 0) return false;
            c = (char)(high * 16 + low);
            i += 2;
        }
        at[length++] = c;
    }
    at[length] = '\0';
    *out = (struct str){at, length};
    return utf8_invalid_at(*out) < 0;
}

void fields_encode(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.length; i++) {
        const char c = text.at[i];
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || strchr("-._~", c);
        if (plain && c)
            buf_put_char(out, c);
        else
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)c);
    }
}

static quanze_status bad_form(struct quanze_error *error) {
    return error_set(error, QUANZE_BAD_DATA, "表单的内容不完整或不是 UTF-8，请重新提交",
                     "the form is broken or not UTF-8; send it again");
}

static quanze_status too_many(struct quanze_error *error) {
    return error_set(error, QUANZE_BAD_DATA, "表单的栏目太多，最多 %d 个", "the form has too many fields; at most %d",
                     FIELDS_MAX);
}

/* The text up to the next `separator`, which is taken off `rest` too. */
static struct str cut(struct str *rest, char separator) {
    const char *end = rest->length ? memchr(rest->at, separator, rest->length) : NULL;
    struct str head = {rest->at, end ? (size_t)(end - rest->at) : rest->length};
    const size_t taken = head.length + (end != NULL);
    *rest = (struct str){rest->at + taken, rest->length - taken};
    return head;
}

static size_t count_char(struct str text, char c) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) count += text.at[i] == c;
    return count;
}

quanze_status fields_read_query(struct str text, struct arena *arena, struct fields *out, struct quanze_error *error) {
    const size_t most = count_char(text, '&') + 1;
    struct fields fields = {0};
    if (most > FIELDS_MAX) return too_many(error);
    fields.at = arena_take_array(arena, most, sizeof *fields.at);
    if (!fields.at) return error_memory(error);
    while (text.length > 0) {
        struct str value = cut(&text, '&');
        if (value.length == 0) continue;
        struct field *field = &fields.at[fields.count++];
        const struct str name = cut(&value, '=');
        if (!fields_decode(name, true, arena, &field->name) || !fields_decode(value, true, arena, &field->value))
            return bad_form(error);
    }
    *out = fields;
    return QUANZE_OK;
}

bool fields_read_cookies(struct str text, struct arena *arena, struct fields *out) {
    struct fields fields = {.at = arena_take_array(arena, count_char(text, ';') + 1, sizeof *fields.at)};
    if (!fields.at) return false;
    while (text.length > 0) {
        struct str value = cut(&text, ';');
        struct str name = str_trim(cut(&value, '='));
        value = str_trim(value);
        if (name.length == 0 || utf8_invalid_at(name) >= 0 || utf8_invalid_at(value) >= 0) continue;
        fields.at[fields.count++] = (struct field){.name = name, .value = value};
    }
    *out = fields;
    return true;
}

const struct field *fields_find(const struct fields *fields, const char *name) {
    const struct str wanted = str_of(name);
    for (size_t i = 0; i < fields->count; i++)
        if (str_equal(fields->at[i].name, wanted)) return &fields->at[i];
    return NULL;
}

struct str fields_value(const struct fields *fields, const char *name) {
    const struct field *field = fields_find(fields, name);
    return field ? field->value : STR("");
}

/* The value of `name="..."` in a header's value; at NULL when there is none. */
static struct str parameter(struct str header, struct str name) {
    for (size_t i = 0; i + name.length < header.length; i++) {
        const struct str rest = {header.at + i, header.length - i};
        const bool begins = i == 0 || header.at[i - 1] == ' ' || header.at[i - 1] == ';' || header.at[i - 1] == '\t';
        if (!begins || !str_starts_with(rest, name)) continue;
        struct str value = {rest.at + name.length, rest.length - name.length};
        if (value.length > 0 && value.at[0] == '"') {
            value = (struct str){value.at + 1, value.length - 1};
            return cut(&value, '"');
        }
        return str_trim(cut(&value, ';'));
    }
    return (struct str){NULL, 0};
}

/* The header lines of a part: its names, or false. */
static bool read_part_head(struct str head, struct arena *arena, struct field *out) {
    while (head.length > 0) {
        struct str line = cut(&head, '\n');
        struct str name = str_trim(cut(&line, ':'));
        if (name.length != 19 || strncasecmp(name.at, "content-disposition", 19) != 0) continue;
        const struct str field = parameter(line, STR("name=")), file = parameter(line, STR("filename="));
        if (!field.at || utf8_invalid_at(field) >= 0 || (file.at && utf8_invalid_at(file) >= 0)) return false;
        out->name = arena_copy(arena, field);
        out->file_name = file.at ? arena_copy(arena, file) : (struct str){NULL, 0};
        return out->name.at && (!file.at || out->file_name.at);
    }
    return false;
}

static bool read_part(struct str part, struct arena *arena, struct field *out) {
    const ptrdiff_t end = str_find(part, STR("\r\n\r\n"));
    if (end < 0 || !read_part_head((struct str){part.at, (size_t)end}, arena, out)) return false;
    const struct str value = {part.at + end + 4, part.length - (size_t)end - 4};
    out->value = out->file_name.at ? value : arena_copy(arena, value);
    return out->value.at && (out->file_name.at || utf8_invalid_at(value) < 0);
}

/* Takes the next part off `rest`, which stands behind a delimiter; `*last` when the closing one came. */
static bool next_part(struct str *rest, struct str delimiter, struct str *part, bool *last) {
    *last = str_starts_with(*rest, STR("--"));
    if (*last) return true;
    if (!str_starts_with(*rest, STR("\r\n"))) return false;
    *rest = (struct str){rest->at + 2, rest->length - 2};
    const ptrdiff_t end = str_find(*rest, delimiter);
    if (end < 0) return false;
    *part = (struct str){rest->at, (size_t)end};
    const size_t taken = (size_t)end + delimiter.length;
    *rest = (struct str){rest->at + taken, rest->length - taken};
    return true;
}

/* How many parts there can be: as many as delimiters, at most FIELDS_MAX. */
static size_t count_parts(struct str body, struct str delimiter) {
    size_t count = 1;
    for (ptrdiff_t at; count < FIELDS_MAX && (at = str_find(body, delimiter)) >= 0; count++) {
        const size_t taken = (size_t)at + delimiter.length;
        body = (struct str){body.at + taken, body.length - taken};
    }
    return count;
}

quanze_status fields_read_parts(struct str body, struct str content_type, struct arena *arena, struct fields *out,
                                struct quanze_error *error) {
    const struct str boundary = parameter(content_type, STR("boundary="));
    if (!boundary.at || boundary.length == 0 || boundary.length > 70) return bad_form(error);
    char *mark = arena_take(arena, boundary.length + 4);
    if (!mark) return error_memory(error);
    memcpy(mark, "\r\n--", 4);
    memcpy(mark + 4, boundary.at, boundary.length);
    const struct str delimiter = {mark, boundary.length + 4}, first = {mark + 2, boundary.length + 2};
    const size_t most = count_parts(body, delimiter);
    struct fields fields = {.at = arena_take_array(arena, most, sizeof *fields.at)};
    if (!fields.at) return error_memory(error);
    const ptrdiff_t start = str_find(body, first);
    if (start != 0) return bad_form(error);
    struct str rest = {body.at + first.length, body.length - first.length}, part;
    for (bool last = false; !last;) {
        if (!next_part(&rest, delimiter, &part, &last)) return bad_form(error);
        if (last) break;
        if (fields.count == most) return too_many(error);
        if (!read_part(part, arena, &fields.at[fields.count++])) return bad_form(error);
    }
    *out = fields;
    return QUANZE_OK;
}
