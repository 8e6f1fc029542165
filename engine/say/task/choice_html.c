#include <say/task/choice_html.h>

#include <model/lifecycle.h>
#include <say/html.h>
#include <say/say_inside.h>

void say_option(struct buf *out, struct str value, struct str label, struct str chosen) {
    buf_put_text(out, "<option value=\"");
    html_text(out, value);
    buf_put_text(out, str_equal(value, chosen) ? "\" selected>" : "\">");
    html_text(out, label);
    buf_put_text(out, "</option>\n");
}

void say_state_options(struct buf *out, struct str chosen, quanze_language language) {
    for (int id = 0; id < STATE_COUNT; id++) {
        const struct state_info *state = state_at((enum state_id)id);
        say_option(out, state->name, language == QUANZE_EN ? state->en : state->zh, chosen);
    }
}

void say_ground_options(struct buf *out, struct str chosen, quanze_language language) {
    const struct choices grounds = choices_of("GROUND");
    for (size_t i = 0; i < grounds.count; i++)
        say_option(out, grounds.at[i].name, language == QUANZE_EN ? grounds.at[i].en : grounds.at[i].zh, chosen);
}

void say_department_options(struct buf *out, const struct list *list, struct str chosen) {
    for (size_t i = 0; i < list->department_count; i++)
        say_option(out, list->departments[i].name, list->departments[i].name, chosen);
}

void say_department_id_options(struct buf *out, const struct list *list, struct str chosen) {
    struct buf value = {0};
    for (size_t i = 0; i < list->department_count; i++) {
        buf_put(&value, list->departments[i].name);
        buf_put_char(&value, ' ');
        buf_put(&value, list->departments[i].id);
        say_option(out, buf_str(&value), list->departments[i].name, chosen);
        out->failed |= value.failed;
        buf_clear(&value);
    }
    buf_free(&value);
}

void say_township_options(struct buf *out, const struct list *list, struct str chosen) {
    for (size_t i = 0; i < list->township_count; i++) say_option(out, list->townships[i].name, list->townships[i].name, chosen);
}

/* Editions of one rule stand side by side; the last one's title counts. */
void say_rule_options(struct buf *out, const struct rulebook *book, struct str chosen, quanze_language language) {
    struct buf label = {0};
    for (size_t i = 0; i < book->count; i++) {
        const struct rule *rule = &book->rules[i];
        if (rule->stage != STAGE_SCREEN || (i + 1 < book->count && str_equal(rule->id, book->rules[i + 1].id))) continue;
        buf_put(&label, rule->id);
        buf_put_char(&label, ' ');
        buf_put(&label, bilingual_text(&rule->title, language));
        say_option(out, rule->id, buf_str(&label), chosen);
        out->failed |= label.failed;
        buf_clear(&label);
    }
    buf_free(&label);
}
