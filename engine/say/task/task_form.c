#include <say/task/task_form.h>

#include <say/html.h>
#include <say/messages.h>
#include <say/say_inside.h>
#include <say/task/field_html.h>

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

/* "funds required (yuan)". */
static void put_label(struct buf *out, struct str label, struct str unit, quanze_language language) {
    buf_put(out, label);
    if (unit.length > 0) MESSAGES_FILL(out, MESSAGE_FORM_UNIT, language, messages_unit(unit, language));
}

/* What is wrong in a cell; `cell` NULL: nothing. */
static struct str wrong_of(const struct form_cell *cell, quanze_language language) {
    if (!cell || !cell->wrong_zh.at) return STR("");
    return language == QUANZE_EN ? cell->wrong_en : cell->wrong_zh;
}

/* What the task says of a fact; NULL: nothing. */
static const struct value *known(const struct task_form *form, size_t id) {
    return form->task && fact_set_has(&form->task->known, id) ? &form->task->value[id] : NULL;
}

/* A field of one value: what was typed into it, else what is known. */
static void put_field(struct buf *out, const struct task_form *form, struct field_html *field, const struct form_cell *cell,
                      const struct value *value) {
    struct buf text = {0};
    if (cell)
        buf_put(&text, cell->text);
    else if (value)
        say_cell(&text, field->type, field->choices, value, form->language);
    field->text = buf_str(&text);
    field->wrong = wrong_of(cell, form->language);
    say_field_html(out, field, form->language);
    out->failed |= text.failed;
    buf_free(&text);
}

/* A list of records on its way into the page. */
struct rows {
    const struct task_form *form;
    const struct fact_info *info;
    size_t fact;
    const struct value *value; /* NULL: typed, or empty */
    unsigned shown;
};

static void put_label_of(struct buf *out, const struct rows *rows) {
    html_text(out, fact_label((enum fact_id)rows->fact, rows->form->language));
}

/* `from`: the row whose cells or values are shown, from 1; 0: an empty one. */
static void put_row_field(struct buf *out, const struct rows *rows, unsigned from, size_t i, bool is_first) {
    const struct field_info *info = &rows->info->fields[i];
    const quanze_language language = rows->form->language;
    const struct form_cell *cell = from > 0 ? form_find(&rows->form->typed, rows->fact, from, i) : NULL;
    const struct value *value = from > 0 && rows->value ? &rows->value->items[(from - 1) * rows->info->field_count + i] : NULL;
    struct buf name = {0}, label = {0};
    buf_put(&name, rows->info->name);
    buf_printf(&name, ".%u.", rows->shown);
    buf_put(&name, info->name);
    put_label(&label, language == QUANZE_EN ? info->en : info->zh, info->unit, language);
    struct field_html field = {
        .name = buf_str(&name), .label = buf_str(&label), .type = info->type, .choices = info->choices, .is_first = is_first};
    put_field(out, rows->form, &field, cell, value);
    out->failed |= name.failed || label.failed;
    buf_free(&name);
    buf_free(&label);
}

/* A button that hands in the form as it stands, to be shown again with a row more or less. */
static void put_button(struct buf *out, const struct rows *rows, const char *name, enum message_id words, unsigned row) {
    buf_printf(out, "<button class=\"second\" formnovalidate name=\"%s\" value=\"", name);
    html_text(out, rows->info->name);
    if (row > 0) buf_printf(out, ".%u", row);
    buf_put_text(out, "\">");
    html_text(out, messages_text(words, rows->form->language));
    buf_put_text(out, "<span class=\"unseen\"> ");
    put_label_of(out, rows);
    if (row > 0) buf_printf(out, " %u", row);
    buf_put_text(out, "</span></button>");
}

static void put_row(struct buf *out, struct rows *rows, unsigned from, bool is_first) {
    struct buf number = {0};
    rows->shown++;
    buf_put_int(&number, rows->shown);
    buf_put_text(out, "<fieldset class=\"entry\"><legend>");
    MESSAGES_FILL(out, MESSAGE_FORM_ROW, rows->form->language, buf_str(&number));
    buf_put_text(out, "<span class=\"unseen\"> ");
    put_label_of(out, rows);
    buf_put_text(out, "</span></legend>\n<div class=\"facts\">\n");
    for (size_t i = 0; i < rows->info->field_count; i++) put_row_field(out, rows, from, i, is_first && i == 0);
    buf_put_text(out, "</div>\n");
    if (from > 0) put_button(out, rows, "less", MESSAGE_FORM_LESS, rows->shown);
    buf_put_text(out, "</fieldset>\n");
    out->failed |= number.failed;
    buf_free(&number);
}

/* Whether there are any: not said, or none; rows say it by being there. */
static void put_whether(struct buf *out, const struct rows *rows) {
    const struct value *value = rows->value;
    const bool is_none = value && (value->state == VALUE_NONE || value->count == 0);
    const struct value none = {.state = VALUE_NONE};
    struct field_html field = {
        .name = rows->info->name, .label = messages_text(MESSAGE_FORM_ANY, rows->form->language), .type = FACT_CHOICE};
    put_field(out, rows->form, &field, form_find(&rows->form->typed, rows->fact, 0, 0), is_none ? &none : NULL);
}

/* What there is, and an empty row for one more; another where one was asked for. */
static void put_records(struct buf *out, const struct task_form *form, size_t id) {
    const struct fact_info *info = fact_at(id);
    struct rows rows = {.form = form, .info = info, .fact = id, .value = known(form, id)};
    const unsigned last = form_last_row(&form->typed, id), count = rows.value ? rows.value->count : 0;
    const bool is_asked = form->more && str_equal(str_of(form->more), info->name);
    buf_put_text(out, "<fieldset class=\"rows\"><legend>");
    put_label_of(out, &rows);
    buf_put_text(out, "</legend>\n");
    html_element(out, "p", "small", form->language == QUANZE_EN ? info->meaning_en : info->meaning_zh);
    put_whether(out, &rows);
    for (unsigned row = 1; row <= last; row++)
        if (form_has_row(&form->typed, id, row)) put_row(out, &rows, row, false);
    for (unsigned row = 1; row <= count; row++) put_row(out, &rows, row, false);
    put_row(out, &rows, 0, is_asked);
    if (is_asked) put_row(out, &rows, 0, false);
    put_button(out, &rows, "more", MESSAGE_FORM_MORE, 0);
    buf_put_text(out, "</fieldset>\n");
}

void say_task_field(struct buf *out, const struct task_form *form, size_t id) {
    const struct fact_info *info = fact_at(id);
    struct buf label = {0};
    if (info->type == FACT_RECORDS) {
        put_records(out, form, id);
        return;
    }
    put_label(&label, fact_label((enum fact_id)id, form->language), info->unit, form->language);
    struct field_html field = {.name = info->name,
                               .label = buf_str(&label),
                               .type = info->type,
                               .choices = info->choices,
                               .is_long = id == FACT_ID_BODY};
    put_field(out, form, &field, form_find(&form->typed, id, 0, 0), known(form, id));
    out->failed |= label.failed;
    buf_free(&label);
}

static bool is_held(const struct task_form *form, size_t id) {
    if (form->more && str_equal(str_of(form->more), fact_at(id)->name)) return true;
    for (size_t i = 0; i < form->typed.count; i++)
        if (form->typed.cells[i].fact == id && str_trim(form->typed.cells[i].text).length > 0) return true;
    return known(form, id) != NULL;
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
