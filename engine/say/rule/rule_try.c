#include <say/rule/rule_try.h>

#include <say/rule/rule_html.h>
#include <say/say_inside.h>

static void put_fact(struct buf *out, const struct task_form *form, enum fact_id fact, struct fact_set *shown) {
    if (fact_set_has(shown, fact)) return;
    fact_set_add(shown, fact);
    say_task_field(out, form, fact);
}

void say_rule_fields(struct buf *out, const struct rule *rule, const struct task_form *form) {
    struct fact_set shown = {{0}};
    buf_put_text(out, "<div class=\"facts\">\n");
    for (size_t i = 0; i < rule->applies_count; i++) put_fact(out, form, rule->applies[i].fact, &shown);
    for (size_t i = 0; i < rule->need_count; i++) put_fact(out, form, rule->needs[i], &shown);
    for (size_t i = 0; i < rule->may_count; i++) put_fact(out, form, rule->may[i], &shown);
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
