/* writer.h - JSON (or block YAML) written straight into a buffer, without a tree.
 *
 * A reader must believe: the caller opens and closes what it opens, and gives the keys of an object in byte order (tests check
 * every page for it); strings are valid UTF-8. Compact JSON is on the bulk path of screening, so its parts are inline.
 */
#ifndef SAY_WRITER_H
#define SAY_WRITER_H

#include <base/buf.h>

enum writer_style { WRITER_COMPACT, WRITER_PRETTY, WRITER_YAML };

struct writer {
    struct buf *out;
    enum writer_style style;
    bool comma;     /* something stands before, in the same container */
    bool after_key; /* the next value belongs to the key just written */
    bool fresh;     /* the innermost container has nothing in it yet */
    bool dash;      /* YAML: the first key of an object follows "- " on its line */
    unsigned depth;
};

static inline struct writer writer_start(struct buf *out, enum writer_style style) {
    return (struct writer){.out = out, .style = style};
}

/* What stands before a value or key in the styles for people. */
void writer_lead_styled(struct writer *writer, bool is_key);
void writer_key_styled(struct writer *writer, struct str quoted);
void writer_open_styled(struct writer *writer, char bracket);
void writer_close_styled(struct writer *writer, char bracket);

static inline void writer_bytes(struct writer *writer, struct str bytes) {
    struct buf *out = writer->out;
    if (out->capacity - out->length > bytes.length && !out->failed) {
        memcpy(out->at + out->length, bytes.at, bytes.length);
        out->length += bytes.length;
    } else {
        buf_put(out, bytes);
    }
}

static inline void writer_lead(struct writer *writer) {
    if (writer->style != WRITER_COMPACT)
        writer_lead_styled(writer, false);
    else if (writer->comma)
        writer_bytes(writer, STR(","));
    writer->comma = true;
}

/* A key as a piece with its comma, quotes and colon. */
static inline void writer_piece(struct writer *writer, struct str piece, size_t comma) {
    if (writer->style == WRITER_COMPACT)
        writer_bytes(writer, piece);
    else
        writer_key_styled(writer, (struct str){piece.at + comma, piece.length - comma - 1});
    writer->comma = false;
}

/* The first key of an object, and one that is surely not the first: on the bulk path, the compiler then knows their lengths. */
#define WRITER_FIRST(writer, name) writer_piece((writer), STR("\"" name "\":"), 0)
#define WRITER_NEXT(writer, name) writer_piece((writer), STR(",\"" name "\":"), 1)

/* A key that may or may not be the first. */
#define WRITER_KEY(writer, name) ((writer)->comma ? WRITER_NEXT(writer, name) : WRITER_FIRST(writer, name))

/* A key that is only known at run time; it needs no escaping. */
void writer_key(struct writer *writer, struct str name);

static inline void writer_open(struct writer *writer, char bracket) {
    if (writer->style != WRITER_COMPACT) {
        writer_open_styled(writer, bracket);
        return;
    }
    writer_lead(writer);
    writer_bytes(writer, (struct str){&bracket, 1});
    writer->comma = false;
}

static inline void writer_close(struct writer *writer, char bracket) {
    if (writer->style != WRITER_COMPACT)
        writer_close_styled(writer, bracket);
    else
        writer_bytes(writer, (struct str){&bracket, 1});
    writer->comma = true;
}

/* A value that is already written as JSON: a number, true, false, null. */
static inline void writer_raw(struct writer *writer, struct str json) {
    writer_lead(writer);
    writer_bytes(writer, json);
}

static inline void writer_bool(struct writer *writer, bool value) { writer_raw(writer, value ? STR("true") : STR("false")); }
static inline void writer_null(struct writer *writer) { writer_raw(writer, STR("null")); }

/* The way of writer_name when the buffer must grow, or the style is for people. */
void writer_name_slow(struct writer *writer, struct str name);

/* A string that is known to need no escaping: an id, a name of the engine's own. */
static inline void writer_name(struct writer *writer, struct str name) {
    struct buf *out = writer->out;
    if (writer->style != WRITER_COMPACT || out->failed || out->capacity - out->length < name.length + 3) {
        writer_name_slow(writer, name);
        return;
    }
    char *at = out->at + out->length;
    *at = ',';
    at += writer->comma;
    *at++ = '"';
    memcpy(at, name.at, name.length);
    at += name.length;
    *at++ = '"';
    out->length = (size_t)(at - out->at);
    writer->comma = true;
}

void writer_string(struct writer *writer, struct str text);
void writer_int(struct writer *writer, int64_t number);

/* `number` / 10^`digits`, without trailing zeros: (24050, 2) is 240.5. `digits` 0 to 6. */
void writer_decimal(struct writer *writer, int64_t number, unsigned digits);

/* A string that is written into `writer->out` by others between these two calls; what needs escaping is escaped at the end. */
size_t writer_string_begin(struct writer *writer);
void writer_string_end(struct writer *writer, size_t begin);

/* A decimal number as text, without trailing zeros. `out` holds 32 bytes; returns the length. */
size_t writer_format_decimal(int64_t number, unsigned digits, char *out);

#endif
