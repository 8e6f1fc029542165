/* facts.c - the fact table as a reference page, and as JSON. */
#include <base/utf8.h>
#include <say/page.h>
#include <say/rule/rule_page.h>

static struct str type_name(enum fact_type type) {
    switch (type) {
    case FACT_BOOL: return STR("bool");
    case FACT_COUNT: return STR("count");
    case FACT_MONEY: return STR("money");
    case FACT_RATIO: return STR("ratio");
    case FACT_HOURS: return STR("hours");
    case FACT_DATE: return STR("date");
    case FACT_START: return STR("start");
    case FACT_END: return STR("end");
    case FACT_MOMENT: return STR("moment");
    case FACT_TEXT: return STR("text");
    case FACT_CHOICE: return STR("choice");
    case FACT_DONE: return STR("done");
    case FACT_TEXTS: return STR("texts");
    case FACT_CHOICES: return STR("choices");
    case FACT_RECORDS: return STR("records");
    }
    return STR("");
}

static enum message_id type_message(enum fact_type type) {
    switch (type) {
    case FACT_BOOL: return MESSAGE_TYPE_BOOL;
    case FACT_COUNT: return MESSAGE_TYPE_COUNT;
    case FACT_MONEY: return MESSAGE_TYPE_MONEY;
    case FACT_RATIO: return MESSAGE_TYPE_RATIO;
    case FACT_HOURS: return MESSAGE_TYPE_HOURS;
    case FACT_DATE: return MESSAGE_TYPE_DATE;
    case FACT_START: return MESSAGE_TYPE_START;
    case FACT_END: return MESSAGE_TYPE_END;
    case FACT_MOMENT: return MESSAGE_TYPE_MOMENT;
    case FACT_TEXT: return MESSAGE_TYPE_TEXT;
    case FACT_CHOICE: return MESSAGE_TYPE_CHOICE;
    case FACT_DONE: return MESSAGE_TYPE_DONE;
    case FACT_TEXTS: return MESSAGE_TYPE_TEXTS;
    case FACT_CHOICES: return MESSAGE_TYPE_CHOICES;
    case FACT_RECORDS: return MESSAGE_TYPE_RECORDS;
    }
    return MESSAGE_NOTHING;
}

static struct str absence_name(enum fact_absence absence) {
    switch (absence) {
    case ABSENCE_OPEN: return STR("open");
    case ABSENCE_CLOSED: return STR("closed");
    case ABSENCE_SOURCE: return STR("source");
    case ABSENCE_DERIVED: return STR("derived");
    case ABSENCE_HISTORY: return STR("history");
    case ABSENCE_MONTH: return STR("month");
    }
    return STR("");
}

static enum message_id absence_message(enum fact_absence absence) {
    switch (absence) {
    case ABSENCE_OPEN: return MESSAGE_ABSENCE_OPEN;
    case ABSENCE_CLOSED: return MESSAGE_ABSENCE_CLOSED;
    case ABSENCE_SOURCE: return MESSAGE_ABSENCE_SOURCE;
    case ABSENCE_DERIVED: return MESSAGE_ABSENCE_DERIVED;
    case ABSENCE_HISTORY: return MESSAGE_ABSENCE_HISTORY;
    case ABSENCE_MONTH: return MESSAGE_ABSENCE_MONTH;
    }
    return MESSAGE_NOTHING;
}

/* What a fact and a field of a record have in common. */
struct described {
    struct str name, zh, en, unit, meaning_zh, meaning_en;
    enum fact_type type;
    struct choices choices;
};

static struct described subject_of_fact(const struct fact_info *info) {
    return (struct described){info->name,       info->zh,         info->en,   info->unit,
                              info->meaning_zh, info->meaning_en, info->type, info->choices};
}

static struct described subject_of_field(const struct field_info *info) {
    return (struct described){info->name,       info->zh,         info->en,   info->unit,
                              info->meaning_zh, info->meaning_en, info->type, info->choices};
}

static void write_choices(struct writer *writer, struct choices choices) {
    WRITER_KEY(writer, "choices");
    writer_open(writer, '[');
    for (size_t i = 0; i < choices.count; i++) {
        writer_open(writer, '{');
        WRITER_KEY(writer, "en");
        writer_string(writer, choices.at[i].en);
        WRITER_KEY(writer, "name");
        writer_string(writer, choices.at[i].name);
        WRITER_KEY(writer, "zh");
        writer_string(writer, choices.at[i].zh);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

/* The keys from "meaning" on, which end every subject. */
static void write_tail(struct writer *writer, const struct described *subject) {
    WRITER_KEY(writer, "meaning");
    writer_open(writer, '{');
    WRITER_KEY(writer, "en");
    writer_string(writer, subject->meaning_en);
    WRITER_KEY(writer, "zh");
    writer_string(writer, subject->meaning_zh);
    writer_close(writer, '}');
    WRITER_KEY(writer, "name");
    writer_string(writer, subject->name);
    WRITER_KEY(writer, "type");
    writer_name(writer, type_name(subject->type));
    WRITER_KEY(writer, "unit");
    writer_string(writer, subject->unit);
    WRITER_KEY(writer, "zh");
    writer_string(writer, subject->zh);
}

static void write_fact(struct writer *writer, const struct fact_info *info) {
    const struct described subject = subject_of_fact(info);
    writer_open(writer, '{');
    WRITER_KEY(writer, "absence");
    writer_name(writer, absence_name(info->absence));
    WRITER_KEY(writer, "ask");
    writer_name(writer, info->ask->name);
    write_choices(writer, info->choices);
    WRITER_KEY(writer, "en");
    writer_string(writer, info->en);
    WRITER_KEY(writer, "fields");
    writer_open(writer, '[');
    for (size_t i = 0; i < info->field_count; i++) {
        const struct described field = subject_of_field(&info->fields[i]);
        writer_open(writer, '{');
        write_choices(writer, field.choices);
        WRITER_KEY(writer, "en");
        writer_string(writer, field.en);
        write_tail(writer, &field);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
    write_tail(writer, &subject);
    writer_close(writer, '}');
}

static void write_facts(struct writer *writer, struct str name) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "facts");
    writer_open(writer, '[');
    for (size_t id = 0; id < FACT_COUNT_ALL; id++)
        if (name.length == 0 || fact_find(name) == (int)id) write_fact(writer, fact_at(id));
    writer_close(writer, ']');
    WRITER_KEY(writer, "format");
    writer_name(writer, STR("quanze/facts/1"));
    writer_close(writer, '}');
    buf_put_char(writer->out, '\n');
}

struct fact_sheet {
    struct page page;
    quanze_language language;
    struct buf line;
};

static void flow(struct fact_sheet *sheet, size_t column) {
    if (sheet->line.length > 0) {
        page_to(&sheet->page, column);
        page_flow(&sheet->page, buf_str(&sheet->line), column);
        page_end_line(&sheet->page);
    }
    page_drop(&sheet->page, &sheet->line);
}

static void add(struct fact_sheet *sheet, struct str part) {
    if (part.length == 0) return;
    if (sheet->line.length > 0) buf_put(&sheet->line, messages_text(MESSAGE_GAP, sheet->language));
    buf_put(&sheet->line, part);
}

static void put_choices(struct fact_sheet *sheet, struct choices choices, size_t column) {
    for (size_t i = 0; i < choices.count; i++) {
        buf_put(&sheet->line,
                i == 0 ? messages_text(MESSAGE_CHOICES, sheet->language) : messages_text(MESSAGE_LIST_COMMA, sheet->language));
        MESSAGES_FILL(&sheet->line, MESSAGE_WITH_REMARK, sheet->language, choices.at[i].name,
                      choice_text(&choices.at[i], sheet->language));
    }
    flow(sheet, column);
}

/* A field of a record, or a fact itself: name, label, type, unit, then what it means and what it can be. */
static void put_subject(struct fact_sheet *sheet, const struct described *subject, size_t column) {
    const bool is_english = sheet->language == QUANZE_EN;
    add(sheet, subject->name);
    add(sheet, is_english ? subject->en : subject->zh);
    add(sheet, messages_text(type_message(subject->type), sheet->language));
    if (subject->unit.length > 0) add(sheet, messages_unit(subject->unit, sheet->language));
    flow(sheet, column);
    add(sheet, is_english ? subject->meaning_en : subject->meaning_zh);
    flow(sheet, column + 4);
    if (subject->type == FACT_CHOICE || subject->type == FACT_CHOICES) put_choices(sheet, subject->choices, column + 4);
}

static void put_fact(struct fact_sheet *sheet, const struct fact_info *info) {
    const struct described subject = subject_of_fact(info);
    put_subject(sheet, &subject, 1);
    MESSAGES_FILL(&sheet->line, MESSAGE_FACT_ASK, sheet->language, choice_text(info->ask, sheet->language),
                  messages_text(absence_message(info->absence), sheet->language));
    flow(sheet, 5);
    for (size_t i = 0; i < info->field_count; i++) {
        const struct described field = subject_of_field(&info->fields[i]);
        put_subject(sheet, &field, 7);
    }
}

/* Whether two names stand in the same group: all before the point is equal. */
static bool same_group(struct str a, struct str b) {
    const ptrdiff_t point = str_find(a, STR("."));
    return point > 0 && b.length > (size_t)point && memcmp(a.at, b.at, (size_t)point + 1) == 0;
}

void say_facts(struct buf *out, struct str name, quanze_language language, quanze_format format) {
    if (format != QUANZE_FORMAT_TEXT) {
        struct writer writer = writer_start(out, say_style_of(format));
        write_facts(&writer, name);
        return;
    }
    struct fact_sheet sheet = {.page = {.out = out}, .language = language};
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        if (name.length > 0 && fact_find(name) != (int)id) continue;
        if (name.length == 0 && id > 0 && !same_group(fact_at(id)->name, fact_at(id - 1)->name)) page_end_line(&sheet.page);
        put_fact(&sheet, fact_at(id));
    }
    out->failed |= sheet.line.failed;
    buf_free(&sheet.line);
}
