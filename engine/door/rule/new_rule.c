#include <door/door.h>
#include <door/request.h>
#include <say/say.h>

/* The words that ids begin with, in the order of enum family. */
static const char *const WORDS[FAMILY_COUNT] = {"LIST", "POWER",  "RES", "TIME",  "DUP",   "TRACE",
                                                "INSP", "BURDEN", "ACC", "BASIS", "SCORE", "GUARD"};

static int family_of_word(struct str word) {
    for (int i = 0; i < FAMILY_COUNT; i++)
        if (str_equal(word, str_of(WORDS[i]))) return i;
    return -1;
}

const char *quanze_rule_family(const char *id) {
    struct str rest = str_of(id);
    int family = family_find(rest);
    while (family < 0 && rest.length > 0) {
        const ptrdiff_t end = str_find(rest, STR("-"));
        const size_t length = end < 0 ? rest.length : (size_t)end;
        family = family_of_word((struct str){rest.at, length});
        const size_t gone = end < 0 ? length : length + 1;
        rest = (struct str){rest.at + gone, rest.length - gone};
    }
    return family < 0 ? NULL : family_name((enum family)family).at;
}

static quanze_status check_id(const struct quanze *engine, const char *id, struct quanze_error *error) {
    const struct str text = str_of(id);
    if (!rule_id_is_good(text))
        return error_set(error, QUANZE_USAGE, "编号“%s”应由大写字母、数字和连字符组成，如 BURDEN-099，最多 32 个字",
                         "the id \"%s\" should be capitals, digits and hyphens, such as BURDEN-099, at most 32 of them",
                         id ? id : "");
    const int at = rulebook_find(engine->book, text);
    if (at < 0) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "已有规则“%s”：%s", "the rule \"%s\" stands already: %s", id,
                     engine->book->rules[at].path.at);
}

quanze_status quanze_rules_new(const struct quanze *engine, const struct quanze_new_rule_request *request,
                               struct quanze_error *error) {
    if (!engine->book) return error_set(error, QUANZE_USAGE, "没有给出规则", "no rules were given");
    int32_t since;
    quanze_status status = request_day(request->since, "since", &since, error);
    if (status == QUANZE_OK) status = check_id(engine, request->id, error);
    if (status != QUANZE_OK) return status;
    const char *const family = quanze_rule_family(request->family ? request->family : request->id);
    if (!family || since == DAY_NONE)
        return error_set(error, QUANZE_USAGE, "没有给出规则的类或起始日期",
                         "the family or the first day of the rule was not given");
    struct buf page = {0};
    say_new_rule(&page, str_of(request->id), (enum family)family_find(str_of(family)), since);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}
