/* ledger_record.c - rows of the ledger as a stranger gets them: an object a line, or a table of one kind. */
#include <say/csv.h>
#include <say/ledger/ledger_inside.h>

enum field_kind {
    FIELD_PLAIN,
    FIELD_NUMBER,
    FIELD_MINUTE,
    FIELD_DAY,
    FIELD_DIGEST,
    FIELD_HEX,
    FIELD_SHORT, /* a head in its short form */
    FIELD_JSON,  /* stands in no table */
    FIELD_VERDICT,
    FIELD_STATE,
    FIELD_GROUND,
    FIELD_STEP
};

struct field {
    struct str name;
    enum field_kind kind;
    struct str zh, en;
};

/* By name. */
static const struct field FIELDS[] = {
#define FIELD(name, kind, zh, en) {STR_INIT(name), FIELD_##kind, STR_INIT(zh), STR_INIT(en)},
#include <say/ledger/ledger_fields.def>
#undef FIELD
};

static const struct str KINDS[LEDGER_RECORD_KINDS] = {
    [LEDGER_RECORD_DECISION] = STR_INIT("decision"),
    [LEDGER_RECORD_FINDING] = STR_INIT("finding"),
    [LEDGER_RECORD_MOVE] = STR_INIT("move"),
    [LEDGER_RECORD_WAIVER] = STR_INIT("waiver"),
    [LEDGER_RECORD_COMPLAINT] = STR_INIT("complaint"),
    [LEDGER_RECORD_ANSWER] = STR_INIT("answer"),
    [LEDGER_RECORD_CORRECTION] = STR_INIT("correction"),
    [LEDGER_RECORD_STEP] = STR_INIT("step"),
    [LEDGER_RECORD_SEAL] = STR_INIT("seal"),
};

static const struct field *field_of(struct str name) {
    static const struct field OTHER = {STR_INIT(""), FIELD_PLAIN, STR_INIT(""), STR_INIT("")};
    size_t low = 0, high = sizeof FIELDS / sizeof *FIELDS;
    while (low < high) {
        const size_t middle = (low + high) / 2;
        const int order = str_compare(FIELDS[middle].name, name);
        if (order == 0) return &FIELDS[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return &OTHER;
}

/* A value as people write it; empty where there is none. */
static void put_value(struct buf *out, enum field_kind kind, const struct cell *cell) {
    char text[72];
    struct digest digest = {{0}};
    if (cell->kind == CELL_NULL) return;
    if (cell->kind == CELL_BLOB && cell->bytes.length == sizeof digest.bytes)
        memcpy(digest.bytes, cell->bytes.at, sizeof digest.bytes);
    switch (kind) {
    case FIELD_MINUTE: buf_put(out, (struct str){text, day_format_minute(cell->number, text)}); return;
    case FIELD_DAY: buf_put(out, (struct str){text, day_format((int32_t)cell->number, text)}); return;
    case FIELD_NUMBER: buf_put_int(out, cell->number); return;
    case FIELD_DIGEST: digest_text(&digest, text); break;
    case FIELD_SHORT: ledger_short_form(&digest, text); break;
    case FIELD_HEX: ledger_put_hex(out, (const unsigned char *)cell->bytes.at, cell->bytes.length); return;
    case FIELD_PLAIN:
    case FIELD_JSON:
    case FIELD_VERDICT:
    case FIELD_STATE:
    case FIELD_GROUND:
    case FIELD_STEP: buf_put(out, cell->bytes); return;
    }
    buf_put_text(out, text);
}

static void write_value(struct writer *writer, enum field_kind kind, const struct cell *cell) {
    if (cell->kind == CELL_NULL) {
        writer_null(writer);
    } else if (kind == FIELD_NUMBER) {
        writer_int(writer, cell->number);
    } else if (kind == FIELD_JSON) {
        writer_raw(writer, cell->bytes);
    } else if (cell->kind == CELL_TEXT) {
        writer_string(writer, cell->bytes);
    } else {
        const size_t begin = writer_string_begin(writer);
        put_value(writer->out, kind, cell);
        writer_string_end(writer, begin);
    }
}

/* "record" stands among the fields where its name belongs. */
static void write_record(struct buf *out, const struct ledger_record *record) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    bool told = false;
    writer_open(&writer, '{');
    for (size_t i = 0; i <= record->count; i++) {
        const bool is_last = i == record->count;
        if (!told && (is_last || str_compare(STR("record"), record->names[i]) < 0)) {
            writer_key(&writer, STR("record"));
            writer_name(&writer, KINDS[record->kind]);
            told = true;
        }
        if (is_last) break;
        writer_key(&writer, record->names[i]);
        write_value(&writer, field_of(record->names[i])->kind, &record->cells[i]);
    }
    writer_close(&writer, '}');
}

static void put_heads(struct buf *out, const struct ledger_page *page, const struct ledger_record *record) {
    bool later = false;
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = field_of(record->names[i]);
        if (field->kind == FIELD_JSON) continue;
        csv_text(out, page->language == QUANZE_ZH ? field->zh : field->en, &later);
    }
    buf_put_text(out, "\r\n");
}

/* Vocabularies by the words that people use. */
static struct str word_of(enum field_kind kind, struct str text, quanze_language language) {
    if (kind == FIELD_VERDICT) return ledger_verdict_label(text, language);
    if (kind == FIELD_STATE) return say_state(text, language);
    if (kind == FIELD_GROUND) return ledger_ground_label(text, language);
    if (kind == FIELD_STEP) return ledger_step_label(text, language);
    return text;
}

static void put_row(struct buf *out, const struct ledger_page *page, const struct ledger_record *record) {
    struct buf value = {0};
    bool later = false;
    for (size_t i = 0; i < record->count; i++) {
        const struct field *field = field_of(record->names[i]);
        if (field->kind == FIELD_JSON) continue;
        out->failed |= value.failed;
        buf_clear(&value);
        put_value(&value, field->kind, &record->cells[i]);
        csv_text(out, word_of(field->kind, buf_str(&value), page->language), &later);
    }
    buf_put_text(out, "\r\n");
    out->failed |= value.failed;
    buf_free(&value);
}

void say_record(struct buf *out, struct ledger_page *page, const struct ledger_record *record) {
    if (page->format == QUANZE_FORMAT_CSV) {
        if (page->rows++ == 0) put_heads(out, page, record);
        put_row(out, page, record);
        return;
    }
    if (page->format == QUANZE_FORMAT_JSON) ledger_put_comma(out, page);
    write_record(out, record);
    if (page->format != QUANZE_FORMAT_JSON) buf_put_char(out, '\n');
}
