#include <model/lifecycle.h>

#define LIMIT(id, ...)
#define STATE(id, ...)
#define MOVE(from, to, who, guards)
#define OFFICE_WORD(office, word)

static const struct limit_info LIMITS[] = {
#undef LIMIT
#define LIMIT(id, parameter, workdays, zh, en, source)                                                                         \
    {STR_INIT(parameter), STR_INIT(zh), STR_INIT(en), STR_INIT(source), workdays},
#include <model/lifecycle.def>
#undef LIMIT
#define LIMIT(id, ...)
};

enum { OPEN = false, END = true };

static const struct state_info STATES[] = {
#undef STATE
#define STATE(id, name, zh, en, limit, end) {STR_INIT(name), STR_INIT(zh), STR_INIT(en), limit, end},
#include <model/lifecycle.def>
#undef STATE
#define STATE(id, ...)
};

static const struct {
    enum office office;
    struct str word;
} OFFICE_WORDS[] = {
#undef OFFICE_WORD
#define OFFICE_WORD(office, word) {OFFICE_##office, STR_INIT(word)},
#include <model/lifecycle.def>
};

const struct state_info *state_at(enum state_id state) { return &STATES[state]; }

const struct limit_info *limit_at(enum limit_id limit) { return &LIMITS[limit]; }

int state_find(struct str name) {
    for (int i = 0; i < STATE_COUNT; i++)
        if (str_equal(STATES[i].name, name) || str_equal(STATES[i].zh, name)) return i;
    return -1;
}

int state_nearest(struct str name) {
    struct str names[STATE_COUNT];
    for (int i = 0; i < STATE_COUNT; i++) names[i] = STATES[i].name;
    const int nearest = (int)str_nearest(name, names, STATE_COUNT);
    for (int i = 0; nearest < 0 && name.length > 0 && i < STATE_COUNT; i++)
        if (str_find(STATES[i].zh, name) >= 0) return i; /* a part of the Chinese word */
    return nearest;
}

int limit_workdays(enum limit_id limit, const struct list *list) {
    for (size_t i = 0; list && i < list->parameter_count; i++)
        if (str_equal(list->parameters[i].name, LIMITS[limit].parameter)) return (int)list->parameters[i].value;
    return LIMITS[limit].workdays;
}

static bool ends_with(struct str text, struct str ending) {
    return text.length >= ending.length &&
           str_equal((struct str){text.at + text.length - ending.length, ending.length}, ending);
}

enum office office_of(struct str name, struct str issuer, const struct texts *townships) {
    for (size_t i = 0; i < townships->count; i++)
        if (str_equal(townships->at[i], name)) return OFFICE_TOWNSHIP;
    if (name.length > 0 && str_equal(name, issuer)) return OFFICE_DEPARTMENT;
    size_t i = 0;
    while (!ends_with(name, OFFICE_WORDS[i].word)) i++; /* the last word is empty and always fits */
    return OFFICE_WORDS[i].office;
}

struct str office_name(enum office office, quanze_language language) {
    bool zh = language == QUANZE_ZH;
    switch (office) {
    case OFFICE_DEPARTMENT: return zh ? STR("部门") : STR("a department");
    case OFFICE_GATEKEEPER: return zh ? STR("把关机构（编办、减负办）") : STR("the gatekeeper");
    case OFFICE_TOWNSHIP: return zh ? STR("乡镇街道") : STR("a township");
    case OFFICE_GOVERNMENT: return zh ? STR("县委县政府") : STR("the county");
    }
    return STR("?");
}
