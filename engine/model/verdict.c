#include <model/verdict.h>

static const struct str level_names[] = {STR_INIT("info"), STR_INIT("warn"), STR_INIT("hold"), STR_INIT("block")};
static const struct str status_names[] = {STR_INIT("not_applicable"), STR_INIT("pass"),   STR_INIT("fail"),
                                          STR_INIT("unknown"),        STR_INIT("waived"), STR_INIT("error")};
static const struct str verdict_names[] = {STR_INIT("admit"), STR_INIT("conditional"), STR_INIT("hold"), STR_INIT("reject")};
static const struct str stage_names[] = {STR_INIT("screen"), STR_INIT("audit"), STR_INIT("list")};
static const struct str subject_names[] = {STR_INIT("none"),     STR_INIT("county"), STR_INIT("department"),
                                           STR_INIT("township"), STR_INIT("matter"), STR_INIT("paper")};
static const struct str family_names[FAMILY_COUNT] = {
    STR_INIT("list"),           STR_INIT("power"), STR_INIT("resource"),   STR_INIT("time"),
    STR_INIT("duplicate"),      STR_INIT("trace"), STR_INIT("inspection"), STR_INIT("burden"),
    STR_INIT("accountability"), STR_INIT("basis"), STR_INIT("scoreboard"), STR_INIT("guard")};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int find(const struct str *names, size_t count, struct str name) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(names[i], name)) return (int)i;
    return -1;
}

enum verdict verdict_of_level(enum level level) {
    switch (level) {
    case LEVEL_INFO: return VERDICT_ADMIT;
    case LEVEL_WARN: return VERDICT_CONDITIONAL;
    case LEVEL_HOLD: return VERDICT_HOLD;
    case LEVEL_BLOCK: return VERDICT_REJECT;
    }
    return VERDICT_REJECT;
}

struct str level_name(enum level level) {
    return level_names[level];
}
struct str status_name(enum status status) {
    return status_names[status];
}
struct str verdict_name(enum verdict verdict) {
    return verdict_names[verdict];
}
struct str stage_name(enum stage stage) {
    return stage_names[stage];
}
struct str family_name(enum family family) {
    return family_names[family];
}
struct str subject_name(enum subject subject) {
    return subject_names[subject];
}

int level_find(struct str name) { return find(level_names, COUNT(level_names), name); }
int status_find(struct str name) { return find(status_names, COUNT(status_names), name); }
int stage_find(struct str name) { return find(stage_names, COUNT(stage_names), name); }
int family_find(struct str name) { return find(family_names, COUNT(family_names), name); }

int verdict_exit_code(enum verdict verdict) {
    static const int codes[] = {0, 0, 2, 1};
    return codes[verdict];
}
