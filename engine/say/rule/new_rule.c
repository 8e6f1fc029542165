/* new_rule.c - the skeleton of a rule, from engine/say/pages/rule.lua. */
#include <base/asset.h>
#include <base/day.h>
#include <say/say.h>

extern const struct asset SAY_RULES[];
extern const size_t SAY_RULES_count;

/* The text before the next {{, which it is moved behind; all of it when there is none. */
static struct str take_until(struct str *text, const char *mark) {
    const ptrdiff_t found = str_find(*text, str_of(mark));
    const struct str before = {text->at, found < 0 ? text->length : (size_t)found};
    const size_t gone = before.length + (found < 0 ? 0 : 2);
    *text = (struct str){text->at + gone, text->length - gone};
    return before;
}

void say_new_rule(struct buf *out, struct str id, enum family family, int32_t since) {
    struct str text = asset_text(&SAY_RULES[0]);
    char day[24];
    const struct str written = {day, day_format(since, day)};
    buf_put(out, take_until(&text, "{{"));
    while (text.length > 0) {
        const struct str name = take_until(&text, "}}");
        buf_put(out, str_equal(name, STR("id")) ? id : str_equal(name, STR("family")) ? family_name(family) : written);
        buf_put(out, take_until(&text, "{{"));
    }
}
