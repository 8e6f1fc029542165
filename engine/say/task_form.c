#include <say/task_form.h>

#include <say/choice_html.h>
#include <say/html.h>
#include <say/messages.h>
#include <say/say_inside.h>

/* Asked for whatever the paper says. */
static const enum fact_id FIRST[] = {
    FACT_ID_TITLE,
    FACT_ID_BODY,
    FACT_ID_KIND,
    FACT_ID_ISSUER_NAME,
    FACT_ID_ISSUER_KIND,
    FACT_ID_TOWNSHIPS,
    FACT_ID_ITEM,
    FACT_ID_ROLE,
    FACT_ID_ACTIONS,
    FACT_ID_RECEIVED_AT,
    FACT_ID_DUE_AT,
    FACT_ID_FUNDS_REQUIRED,
    FACT_ID_FUNDS_PROVIDED,
    FACT_ID_STAFF_REQUIRED,
    FACT_ID_STAFF_PROVIDED,
    FACT_ID_GUIDANCE_METHOD,
    FACT_ID_GUIDANCE_STANDARD,
    FACT_ID_GUIDANCE_CONTACT,
    FACT_ID_ASSESSMENT_LINKED,
};

static bool is_first(size_t id) {
    for (size_t i = 0; i < sizeof FIRST / sizeof *FIRST; i++)
        if (FIRST[i] == id) return true;
    return false;
}

static struct str none_cell(enum fact_type type) {
    if (type == FACT_TEXT) return STR("''");
    return type >= FACT_TEXTS ? STR("[]") : STR("none");
}

/* What a cell says: a list as JSON, anything else without the quotes that JSON would put around it. */
static void put_cell(struct buf *out, enum fact_id id, const struct value *value) {
    const struct fact_info *info = fact_at(id);
    if (value->state != VALUE_GIVEN)
        buf_put(out, none_cell(info->type));
    else if (info->type == FACT_TEXT)
        buf_put(out, value_text(value));
    else
        say_value_json(out, id, value);
    if (info->type == FACT_TEXT || info->type >= FACT_TEXTS || out->length < 2 || out->at[0] != '"') return;
    out->length -= 2; /* no such value has a character that JSON escapes */
    memmove(out->at, out->at + 1, out->length);
}

/* Names that hold no separator of a cell are written one beside the other, as people write them. */
static bool put_names(struct buf *out, const struct value *value) {
    for (uint32_t i = 0; i < value->count; i++) {
        const struct str name = value_text(&value->items[i]);
        if (name.length == 0 || str_find(name, STR(";")) >= 0 || str_find(name, STR("；")) >= 0 ||
            str_find(name, STR("、")) >= 0 || name.at[0] == '[')
            return false;
    }
    for (uint32_t i = 0; i < value->count; i++) {
        if (i > 0) buf_put_text(out, "、");
        buf_put(out, value_text(&value->items[i]));
    }
    return value->count > 0;
}

static void put_attributes(struct buf *out, const struct fact_info *info) {
    buf_put_text(out, " id=\"fact-");
    html_anchor(out, info->name);
    buf_put_text(out, "\" name=\"");
    html_text(out, info->name);
    buf_put_text(out, "\"");
}

static void put_choice(struct buf *out, const struct fact_info *info, struct str chosen, quanze_language language) {
    const struct choices choices = info->type == FACT_BOOL ? choices_of("BOOL") : info->choices;
    buf_put_text(out, "<select");
    put_attributes(out, info);
    buf_put_char(out, '>');
    say_option(out, STR(""), messages_text(MESSAGE_NOT_SAID, language), chosen);
    if (str_equal(chosen, STR("none"))) say_option(out, STR("none"), messages_text(MESSAGE_NONE, language), chosen);
    for (size_t i = 0; i < choices.count; i++)
        say_option(out, choices.at[i].name, language == QUANZE_EN ? choices.at[i].en : choices.at[i].zh, chosen);
    buf_put_text(out, "</select>");
}

static const char *hint_of(enum fact_type type) {
    switch (type) {
    case FACT_DATE: return "2026-11-22";
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: return "2026-11-22 09:30";
    case FACT_DONE: return "done / none / 2026-11-22";
    case FACT_TEXTS:
    case FACT_CHOICES: return "甲、乙";
    case FACT_RECORDS: return "[{…}]";
    case FACT_BOOL:
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_RATIO:
    case FACT_HOURS:
    case FACT_TEXT:
    case FACT_CHOICE: break;
    }
    return "";
}

static void put_input(struct buf *out, const struct fact_info *info, bool is_long, struct str cell) {
    buf_put_text(out, is_long ? "<textarea" : "<input type=\"text\"");
    put_attributes(out, info);
    buf_printf(out, " placeholder=\"%s\"", hint_of(info->type));
    if (!is_long) buf_put_text(out, " value=\"");
    if (is_long) buf_put_text(out, ">\n"); /* a line end right behind the tag is dropped by browsers */
    html_text(out, cell);
    buf_put_text(out, is_long ? "</textarea>" : "\">");
}

static void put_field(struct buf *out, const struct task *task, size_t id, quanze_language language) {
    const struct fact_info *info = fact_at(id);
    struct buf cell = {0};
    if (fact_set_has(&task->known, id)) {
        const struct value *value = &task->value[id];
        if (info->type != FACT_TEXTS || value->state != VALUE_GIVEN || !put_names(&cell, value))
            put_cell(&cell, (enum fact_id)id, value);
    }
    buf_put_text(out, "<div><label for=\"fact-");
    html_anchor(out, info->name);
    buf_put_text(out, "\">");
    html_text(out, language == QUANZE_EN ? info->en : info->zh);
    buf_put_text(out, "</label>");
    if (info->type == FACT_BOOL || info->type == FACT_CHOICE)
        put_choice(out, info, buf_str(&cell), language);
    else
        put_input(out, info, id == FACT_ID_BODY || info->type == FACT_RECORDS, buf_str(&cell));
    buf_put_text(out, "</div>\n");
    out->failed |= cell.failed;
    buf_free(&cell);
}

void say_task_form(struct buf *out, const struct task *task, quanze_language language) {
    buf_put_text(out, "<div class=\"facts\">\n");
    for (size_t i = 0; i < sizeof FIRST / sizeof *FIRST; i++) put_field(out, task, FIRST[i], language);
    for (size_t id = 0; id < FACT_COUNT_ALL; id++)
        if (absence_is_stated(fact_at(id)->absence) && !is_first(id) && fact_set_has(&task->known, id))
            put_field(out, task, id, language);
    buf_put_text(out, "</div>\n<details><summary>");
    html_text(out, messages_text(MESSAGE_FORM_REST, language));
    buf_put_text(out, "</summary>\n<div class=\"facts\">\n");
    for (size_t id = 0; id < FACT_COUNT_ALL; id++)
        if (absence_is_stated(fact_at(id)->absence) && !is_first(id) && !fact_set_has(&task->known, id))
            put_field(out, task, id, language);
    buf_put_text(out, "</div></details>\n");
}
