#include <say/rule/rule_try.h>

#include <say/rule/rule_html.h>
#include <say/say_inside.h>
#include <say/task/task_form.h>

struct form {
    struct buf *out;
    struct task_form fields;
    struct fact_set shown;
};

static void put_fact(struct form *form, enum fact_id fact) {
    if (fact_set_has(&form->shown, fact)) return;
    fact_set_add(&form->shown, fact);
    say_task_field(form->out, &form->fields, fact);
}

void say_rule_fields(struct buf *out, const struct rule *rule, const struct str *typed, quanze_language language) {
    struct form form = {.out = out, .fields = {.typed = typed, .language = language}};
    buf_put_text(out, "<div class=\"facts\">\n");
    for (size_t i = 0; i < rule->applies_count; i++) put_fact(&form, rule->applies[i].fact);
    for (size_t i = 0; i < rule->need_count; i++) put_fact(&form, rule->needs[i]);
    for (size_t i = 0; i < rule->may_count; i++) put_fact(&form, rule->may[i]);
    buf_put_text(out, "</div>\n");
}

static const char *box_of(const struct finding *finding) {
    if (finding->status != STATUS_FAIL && finding->status != STATUS_ERROR) return "box";
    return finding->rule->level == LEVEL_BLOCK ? "box block" : finding->rule->level == LEVEL_HOLD ? "box hold" : "box";
}

void say_rule_tried(struct buf *out, const struct finding *finding, quanze_language language) {
    struct buf words = {0};
    buf_printf(out, "<p class=\"%s\">", box_of(finding));
    html_element(out, "b", NULL,
                 finding->status == STATUS_ERROR ? say_level(finding->rule->level, language)
                                                 : rule_page_expect(finding->status, language));
    buf_put_char(out, ' ');
    if (finding->status == STATUS_NOT_APPLICABLE)
        buf_put(&words, messages_text(MESSAGE_TRY_SKIPPED, language));
    else if (finding->status != STATUS_PASS)
        say_finding(&words, finding, language);
    html_text(out, buf_str(&words));
    buf_put_text(out, "</p>\n");
    out->failed |= words.failed;
    buf_free(&words);
}
