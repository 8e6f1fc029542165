#include <say/task/field_html.h>

#include <say/html.h>
#include <say/messages.h>
#include <say/say_inside.h>
#include <say/task/choice_html.h>

/* A name as people call it, where they can hand it in again so. */
static struct str called(const struct value *value, quanze_language language) {
    const struct str name = value_text(value), label = messages_word(name, language);
    return str_equal(messages_word_called(label), name) ? label : name;
}

/* Whether a name can stand beside others in one cell. */
static bool is_plain(struct str name) {
    return name.length > 0 && str_find(name, STR(";")) < 0 && str_find(name, STR("；")) < 0 && str_find(name, STR("、")) < 0 &&
           name.at[0] != '[' && name.at[0] != '{';
}

static void put_names(struct buf *out, const struct value *value, quanze_language language) {
    bool are_plain = true;
    for (uint32_t i = 0; i < value->count; i++) are_plain = are_plain && is_plain(called(&value->items[i], language));
    for (uint32_t i = 0; i < value->count; i++) {
        if (i > 0) buf_put_text(out, are_plain ? "、" : "");
        buf_put(out, called(&value->items[i], language));
        if (!are_plain) buf_put_char(out, '\n');
    }
}

static void put_chosen(struct buf *out, struct choices choices, const struct value *value) {
    for (uint32_t i = 0; i < value->count; i++) {
        if (i > 0) buf_put_char(out, ';');
        buf_put(out, choices.at[value->items[i].number].name);
    }
}

static void put_number(struct buf *out, const struct value *value, unsigned digits) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_decimal(&writer, value->number, digits);
}

static void put_given(struct buf *out, enum fact_type type, struct choices choices, const struct value *value,
                      quanze_language language) {
    switch (type) {
    case FACT_BOOL: buf_put_text(out, value->number ? "true" : "false"); break;
    case FACT_COUNT: put_number(out, value, 0); break;
    case FACT_MONEY: put_number(out, value, 2); break;
    case FACT_RATIO: put_number(out, value, 6); break;
    case FACT_HOURS: put_number(out, value, 3); break;
    case FACT_DATE: say_day(out, (int32_t)value->number); break;
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: say_minute(out, value->number, value->whole_day); break;
    case FACT_DONE:
        if (value->number == DAY_NONE)
            buf_put(out, messages_text(MESSAGE_YES, language));
        else
            say_day(out, (int32_t)value->number);
        break;
    case FACT_TEXT: buf_put(out, value_text(value)); break;
    case FACT_CHOICE: buf_put(out, choices.at[value->number].name); break;
    case FACT_TEXTS: put_names(out, value, language); break;
    case FACT_CHOICES: put_chosen(out, choices, value); break;
    case FACT_RECORDS: break; /* has a field for each field of each row */
    }
}

void say_cell(struct buf *out, enum fact_type type, struct choices choices, const struct value *value,
              quanze_language language) {
    if (value->state == VALUE_GIVEN)
        put_given(out, type, choices, value, language);
    else if (value->state == VALUE_NONE && (type == FACT_BOOL || type == FACT_CHOICE || type == FACT_CHOICES))
        buf_put_text(out, type == FACT_BOOL ? "false" : "none");
    else if (value->state == VALUE_NONE)
        buf_put(out, type <= FACT_HOURS ? STR("0") : messages_text(MESSAGE_NONE, language));
}

static void put_id(struct buf *out, const char *before, struct str name) {
    buf_put_text(out, before);
    html_anchor(out, name);
    buf_put_char(out, '"');
}

/* What every control says of itself. */
static void put_attributes(struct buf *out, const struct field_html *field) {
    put_id(out, " id=\"fact-", field->name);
    buf_put_text(out, " name=\"");
    html_text(out, field->name);
    buf_put_char(out, '"');
    if (field->wrong.length > 0) put_id(out, " aria-invalid=\"true\" aria-describedby=\"wrong-", field->name);
    if (field->is_first) buf_put_text(out, " autofocus");
}

static void put_choice(struct buf *out, const struct field_html *field, quanze_language language) {
    const struct choices choices = field->type == FACT_BOOL ? choices_of("BOOL") : field->choices;
    buf_put_text(out, "<select");
    put_attributes(out, field);
    buf_put_char(out, '>');
    say_option(out, STR(""), messages_text(MESSAGE_NOT_SAID, language), field->text);
    if (field->type != FACT_BOOL || str_equal(field->text, STR("none")))
        say_option(out, STR("none"), messages_text(MESSAGE_NONE, language), field->text);
    for (size_t i = 0; i < choices.count; i++)
        say_option(out, choices.at[i].name, choice_text(&choices.at[i], language), field->text);
    buf_put_text(out, "</select>");
}

static bool is_ticked(struct str text, struct str name) {
    while (text.length > 0) {
        const ptrdiff_t end = str_find(text, STR(";"));
        const size_t length = end < 0 ? text.length : (size_t)end;
        if (str_equal((struct str){text.at, length}, name)) return true;
        const size_t taken = length < text.length ? length + 1 : length;
        text = (struct str){text.at + taken, text.length - taken};
    }
    return false;
}

static void put_tick(struct buf *out, const struct field_html *field, struct str name, struct str label) {
    buf_put_text(out, "<label class=\"inline\"><input type=\"checkbox\" name=\"");
    html_text(out, field->name);
    buf_put_text(out, "\" value=\"");
    html_text(out, name);
    buf_put_text(out, is_ticked(field->text, name) ? "\" checked> " : "\"> ");
    html_text(out, label);
    buf_put_text(out, "</label>\n");
}

static void put_ticks(struct buf *out, const struct field_html *field, quanze_language language) {
    for (size_t i = 0; i < field->choices.count; i++)
        put_tick(out, field, field->choices.at[i].name, choice_text(&field->choices.at[i], language));
    put_tick(out, field, STR("none"), messages_text(MESSAGE_NONE, language));
}

static struct str hint_of(enum fact_type type, quanze_language language) {
    switch (type) {
    case FACT_DATE: return STR("2026-11-22");
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: return STR("2026-11-22 09:30");
    case FACT_DONE: return messages_text(MESSAGE_FORM_DONE, language);
    case FACT_TEXTS: return messages_text(MESSAGE_FORM_LIST, language);
    case FACT_RATIO: return STR("60%");
    case FACT_CHOICES:
    case FACT_RECORDS:
    case FACT_BOOL:
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_HOURS:
    case FACT_TEXT:
    case FACT_CHOICE: break;
    }
    return STR("");
}

static void put_input(struct buf *out, const struct field_html *field, quanze_language language) {
    const bool is_long = field->is_long || str_find(field->text, STR("\n")) >= 0;
    const struct str hint = hint_of(field->type, language);
    buf_put_text(out, is_long ? "<textarea" : "<input type=\"text\"");
    put_attributes(out, field);
    if (hint.length > 0) {
        buf_put_text(out, " placeholder=\"");
        html_text(out, hint);
        buf_put_char(out, '"');
    }
    if (field->type == FACT_COUNT || field->type == FACT_MONEY || field->type == FACT_HOURS)
        buf_put_text(out, " inputmode=\"decimal\"");
    if (!is_long) buf_put_text(out, " value=\"");
    if (is_long) buf_put_text(out, ">\n"); /* a line end right behind the tag is dropped by browsers */
    html_text(out, field->text);
    buf_put_text(out, is_long ? "</textarea>" : "\">");
}

static void put_wrong(struct buf *out, const struct field_html *field) {
    if (field->wrong.length == 0) return;
    put_id(out, "<p class=\"wrong\" id=\"wrong-", field->name);
    buf_put_char(out, '>');
    html_text(out, field->wrong);
    buf_put_text(out, "</p>");
}

void say_field_html(struct buf *out, const struct field_html *field, quanze_language language) {
    const bool are_ticks = field->type == FACT_CHOICES;
    buf_put_text(out, are_ticks ? "<fieldset class=\"ticks\"" : "<div><label");
    put_id(out, are_ticks ? " id=\"fact-" : " for=\"fact-", field->name);
    buf_put_text(out, are_ticks ? "><legend>" : ">");
    html_text(out, field->label);
    buf_put_text(out, are_ticks ? "</legend>" : "</label>");
    if (are_ticks)
        put_ticks(out, field, language);
    else if (field->type == FACT_BOOL || field->type == FACT_CHOICE)
        put_choice(out, field, language);
    else
        put_input(out, field, language);
    put_wrong(out, field);
    buf_put_text(out, are_ticks ? "</fieldset>\n" : "</div>\n");
}
