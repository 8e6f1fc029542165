/* overlay_check.c - whether packs may do what they say. */
#include <base/person.h>
#include <rule/pack/edition.h>
#include <stdio.h>

/* One change of one pack, being checked. */
struct check {
    const struct rulebook *book;
    struct overlay overlay; /* with packs of any publication: what is wrong is wrong on every day */
    struct problems *problems;
    size_t pack;
    const struct pack_change *change;
    const struct rule *rule;
    struct edition_days days; /* of the rule */
};

#define SHOWN(text) (int)(text).length, (text).at

static const struct pack *pack_of(const struct check *check) { return &check->overlay.packs[check->pack]; }

static void unknown_rule(const struct check *check) {
    const int near = rulebook_nearest(check->book, check->change->rule);
    const struct place place = check->change->place;
    if (near < 0)
        problem_error(check->problems, "unknown-rule", place, "没有规则“%.*s”", "there is no rule \"%.*s\"",
                      SHOWN(check->change->rule));
    else
        problem_error(check->problems, "unknown-rule", place, "没有规则“%.*s”，是不是“%.*s”？",
                      "there is no rule \"%.*s\"; did you mean \"%.*s\"?", SHOWN(check->change->rule),
                      SHOWN(check->book->rules[near].id));
}

/* Whether a file is that of a rule: "folder/ID.lua". */
static bool is_file_of(const char *file, struct str rule) {
    static const struct str ENDING = STR_INIT(".lua");
    const char *slash = file ? strrchr(file, '/') : NULL;
    const struct str name = str_of(slash ? slash + 1 : file ? file : "");
    return name.length == rule.length + ENDING.length && memcmp(name.at, rule.at, rule.length) == 0 &&
           memcmp(name.at + rule.length, ENDING.at, ENDING.length) == 0;
}

/* Whether the rule may stand in a pack that is not there or a file that is wrong, which is told already. */
static bool may_be_unread(const struct check *check) {
    const struct overlay *overlay = &check->overlay;
    const struct pack *pack = pack_of(check);
    for (size_t i = 0; i < pack->require_count; i++)
        if (pack_find(overlay->packs, overlay->pack_count, pack->requires[i].id) < 0) return true;
    for (size_t i = 0; i < check->problems->count; i++)
        if (is_file_of(check->problems->at[i].place.file, check->change->rule)) return true;
    return false;
}

static const struct rule_parameter *find_parameter(const struct rule *rule, struct str name) {
    for (size_t i = 0; i < rule->parameter_count; i++)
        if (str_equal(rule->parameters[i].name, name)) return &rule->parameters[i];
    return NULL;
}

static bool unknown_parameter(const struct check *check, const struct pack_parameter *wrong) {
    const struct rule *rule = check->rule;
    struct str *names = arena_take_array(check->problems->arena, rule->parameter_count, sizeof *names);
    if (!names) return false;
    for (size_t i = 0; i < rule->parameter_count; i++) names[i] = rule->parameters[i].name;
    const ptrdiff_t near = str_nearest(wrong->name, names, rule->parameter_count);
    if (near < 0)
        problem_error(check->problems, "unknown-parameter", wrong->place, "规则“%.*s”没有参数“%.*s”",
                      "the rule \"%.*s\" has no parameter \"%.*s\"", SHOWN(rule->id), SHOWN(wrong->name));
    else
        problem_error(check->problems, "unknown-parameter", wrong->place, "规则“%.*s”没有参数“%.*s”，是不是“%.*s”？",
                      "the rule \"%.*s\" has no parameter \"%.*s\"; did you mean \"%.*s\"?", SHOWN(rule->id),
                      SHOWN(wrong->name), SHOWN(names[near]));
    return true;
}

static void check_range(struct problems *problems, const struct rule *rule, const struct rule_parameter *parameter,
                        double value, struct place place) {
    if (value >= parameter->least && value <= parameter->most) return;
    problem_error(problems, "out-of-range", place, "规则“%.*s”的参数 %.*s 是 %g，应在 %g 和 %g 之间",
                  "the rule \"%.*s\" has %.*s = %g; expected %g to %g", SHOWN(rule->id), SHOWN(parameter->name), value,
                  parameter->least, parameter->most);
}

/* --- loosening --- */

static bool is_softer(const struct rule_parameter *parameter, double before, double after) {
    if (before == after) return false;
    switch (parameter->harder) {
    case SIDE_UNSAID: return true;
    case SIDE_HIGHER: return after < before;
    case SIDE_LOWER: return after > before;
    }
    return true;
}

/* Whether the change loosens the rule on a day, against what the packs before it leave; says how in `how`. */
static bool loosens_on(const struct check *check, int32_t day, char how[160]) {
    const struct pack_change *change = check->change;
    const struct overlay *overlay = &check->overlay;
    const enum level before = edition_level(overlay, check->rule, day, check->pack);
    if (change->disabled) {
        (void)snprintf(how, 160, "disabled");
        return !edition_is_disabled(overlay, check->rule, day, check->pack);
    }
    if (change->level != PACK_LEVEL_AS_IS && (enum level)change->level < before) {
        (void)snprintf(how, 160, "level %s -> %s", level_name(before).at, level_name((enum level)change->level).at);
        return true;
    }
    for (size_t i = 0; i < change->parameter_count; i++) {
        const struct pack_parameter *changed = &change->parameters[i];
        const struct rule_parameter *parameter = find_parameter(check->rule, changed->name);
        const double value = parameter ? edition_value(overlay, check->rule, parameter, day, check->pack) : changed->value;
        if (!parameter || !is_softer(parameter, value, changed->value)) continue;
        (void)snprintf(how, 160, "%.*s %g -> %g", SHOWN(changed->name), value, changed->value);
        return true;
    }
    return false;
}

static bool loosens(const struct check *check, char how[160]) {
    const struct validity span = pack_of(check)->validity;
    if (loosens_on(check, span.from, how)) return true;
    for (size_t i = 0; i < check->days.count; i++)
        if (validity_holds(span, check->days.at[i]) && loosens_on(check, check->days.at[i], how)) return true;
    return false;
}

/* Whether two different people stand behind a change, and why. False in `*ok` when memory ran out. */
static bool is_approved(const struct check *check, bool *ok) {
    const struct pack_change *change = check->change;
    bool two = false;
    *ok = person_are_two(change->requested_by, change->approved_by, &two);
    return *ok && two && change->reason.length > 0;
}

static bool check_approval(const struct check *check) {
    char how[160];
    bool ok = true;
    if (!loosens(check, how) || is_approved(check, &ok)) return ok;
    if (ok)
        problem_error(check->problems, "loosened-unapproved", check->change->place,
                      "放宽了规则“%.*s”（%s），须写理由（reason），并由两个不同的人提出和批准（requested_by、approved_by）",
                      "this loosens the rule \"%.*s\" (%s): it needs a reason, and two different people in requested_by and "
                      "approved_by",
                      SHOWN(check->rule->id), how);
    return ok;
}

/* --- clashes --- */

/* Whether two changes of one rule say different things; names what in `about`. */
static bool differ(const struct pack_change *a, const struct pack_change *b, char about[128]) {
    const bool a_levels = a->disabled || a->level != PACK_LEVEL_AS_IS, b_levels = b->disabled || b->level != PACK_LEVEL_AS_IS;
    (void)snprintf(about, 128, "level");
    if (a_levels && b_levels && (a->disabled != b->disabled || (!a->disabled && a->level != b->level))) return true;
    for (size_t i = 0; i < a->parameter_count; i++) {
        const struct pack_parameter *other = pack_parameter_of(b, a->parameters[i].name);
        if (!other || other->value == a->parameters[i].value) continue;
        (void)snprintf(about, 128, "%.*s", SHOWN(other->name));
        return true;
    }
    return false;
}

static void check_clashes(const struct check *check) {
    const struct overlay *overlay = &check->overlay;
    for (size_t i = 0; i < check->pack; i++) {
        const struct pack *other = &overlay->packs[i];
        const struct pack_change *change = pack_change_of(other, check->change->rule);
        char about[128];
        if (!change || !validity_meets(other->validity, pack_of(check)->validity)) continue;
        if (pack_builds_on(overlay->packs, overlay->pack_count, check->pack, i) || !differ(change, check->change, about))
            continue;
        problem_error(
            check->problems, "pack-clash", check->change->place,
            "规则包“%.*s”和“%.*s”对规则“%.*s”的 %s 说法不同；应改成一致，或由一个写明以另一个为基础（requires）",
            "the packs \"%.*s\" and \"%.*s\" clash over the rule \"%.*s\": %s; make them agree, or let one require the "
            "other",
            SHOWN(other->id), SHOWN(pack_of(check)->id), SHOWN(check->rule->id), about);
    }
}

/* --- all of it --- */

static bool check_change(struct check *check) {
    const int at = rulebook_find(check->book, check->change->rule);
    if (at < 0) {
        if (!may_be_unread(check)) unknown_rule(check);
        return true;
    }
    check->rule = &check->book->rules[at];
    for (size_t i = 0; i < check->change->parameter_count; i++) {
        const struct pack_parameter *changed = &check->change->parameters[i];
        const struct rule_parameter *parameter = find_parameter(check->rule, changed->name);
        if (!parameter && !unknown_parameter(check, changed)) return false;
        if (parameter) check_range(check->problems, check->rule, parameter, changed->value, changed->place);
    }
    if (!edition_days(&check->overlay, check->rule, check->problems->arena, &check->days)) return false;
    check_clashes(check);
    return check_approval(check);
}

static void check_list_value(const struct check *check, const struct parameter *local) {
    for (size_t i = 0; i < check->book->count; i++) {
        const struct rule_parameter *parameter = find_parameter(&check->book->rules[i], local->name);
        const size_t errors = check->problems->errors;
        if (parameter) check_range(check->problems, &check->book->rules[i], parameter, local->value, local->place);
        if (check->problems->errors > errors) return;
    }
}

bool overlay_check(const struct rulebook *book, const struct overlay *overlay, struct problems *problems) {
    struct check check = {.book = book, .overlay = *overlay, .problems = problems};
    check.overlay.known_at = DAY_NONE;
    for (check.pack = 0; check.pack < overlay->pack_count; check.pack++) {
        for (size_t i = 0; i < pack_of(&check)->change_count; i++) {
            check.change = &pack_of(&check)->changes[i];
            if (!check_change(&check)) return false;
        }
    }
    for (size_t i = 0; overlay->list && i < overlay->list->parameter_count; i++)
        check_list_value(&check, &overlay->list->parameters[i]);
    return true;
}
