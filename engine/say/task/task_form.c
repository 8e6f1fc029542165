#include <say/task/task_form.h>

#include <say/html.h>
#include <say/messages.h>
#include <say/say_inside.h>
#include <say/task/choice_html.h>

/* Asked for whatever the paper says. */
static const enum fact_id FIRST[] = {
    FACT_ID_TITLE,
    FACT_ID_DOCUMENT_NUMBER,
    FACT_ID_ID,
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

static bool is_time(enum fact_type type) { return type == FACT_START || type == FACT_END || type == FACT_MOMENT; }

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
    if (is_time(info->type) && out->length > 10) out->at[10] = ' ';
}

/* A name as people call it, where they can hand it in again so. */
static struct str called(const struct value *value, quanze_language language) {
    const struct str name = value_text(value), label = messages_word(name, language);
    return str_equal(messages_word_called(label), name) ? label : name;
}

/* Names that hold no separator of a cell are written one beside the other, as people write them. */
static bool put_names(struct buf *out, const struct value *value, quanze_language language) {
    for (uint32_t i = 0; i < value->count; i++) {
        const struct str name = called(&value->items[i], language);
        if (name.length == 0 || str_find(name, STR(";")) >= 0 || str_find(name, STR("；")) >= 0 ||
            str_find(name, STR("、")) >= 0 || name.at[0] == '[')
            return false;
    }
    for (uint32_t i = 0; i < value->count; i++) {
        if (i > 0) buf_put_text(out, "、");
        buf_put(out, called(&value->items[i], language));
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
    if (info->type == FACT_CHOICE || str_equal(chosen, STR("none")))
        say_option(out, STR("none"), messages_text(MESSAGE_NONE, language), chosen);
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

/* What the field of a fact holds: what was typed, else what the task says. */
static void put_held(struct buf *out, const struct task_form *form, size_t id) {
    if (form->typed && form->typed[id].at) {
        buf_put(out, form->typed[id]);
        return;
    }
    if (!form->task || !fact_set_has(&form->task->known, id)) return;
    const struct value *value = &form->task->value[id];
    if (fact_at(id)->type != FACT_TEXTS || value->state != VALUE_GIVEN || !put_names(out, value, form->language))
        put_cell(out, (enum fact_id)id, value);
}

/* "funds required (yuan)". */
static void put_label(struct buf *out, const struct fact_info *info, quanze_language language) {
    struct buf label = {0};
    buf_put(&label, language == QUANZE_EN ? info->en : info->zh);
    if (info->unit.length > 0) MESSAGES_FILL(&label, MESSAGE_FORM_UNIT, language, messages_unit(info->unit, language));
    html_text(out, buf_str(&label));
    out->failed |= label.failed;
    buf_free(&label);
}

void say_task_field(struct buf *out, const struct task_form *form, size_t id) {
    const struct fact_info *info = fact_at(id);
    struct buf cell = {0};
    put_held(&cell, form, id);
    buf_put_text(out, "<div><label for=\"fact-");
    html_anchor(out, info->name);
    buf_put_text(out, "\">");
    put_label(out, info, form->language);
    buf_put_text(out, "</label>");
    if (info->type == FACT_BOOL || info->type == FACT_CHOICE)
        put_choice(out, info, buf_str(&cell), form->language);
    else
        put_input(out, info, id == FACT_ID_BODY || info->type == FACT_RECORDS, buf_str(&cell));
    buf_put_text(out, "</div>\n");
    out->failed |= cell.failed;
    buf_free(&cell);
}

static bool is_held(const struct task_form *form, size_t id) {
    if (form->typed && form->typed[id].at) return str_trim(form->typed[id]).length > 0;
    return form->task && fact_set_has(&form->task->known, id);
}

void say_task_form(struct buf *out, const struct task_form *form) {
    buf_put_text(out, "<div class=\"facts\">\n");
    for (size_t i = 0; i < sizeof FIRST / sizeof *FIRST; i++) say_task_field(out, form, FIRST[i]);
    for (size_t id = 0; id < FACT_COUNT_ALL; id++)
        if (absence_is_stated(fact_at(id)->absence) && !is_first(id) && is_held(form, id)) say_task_field(out, form, id);
    buf_put_text(out, "</div>\n<details><summary>");
    html_text(out, messages_text(MESSAGE_FORM_REST, form->language));
    buf_put_text(out, "</summary>\n<div class=\"facts\">\n");
    for (size_t id = 0; id < FACT_COUNT_ALL; id++)
        if (absence_is_stated(fact_at(id)->absence) && !is_first(id) && !is_held(form, id)) say_task_field(out, form, id);
    buf_put_text(out, "</div></details>\n");
}
