#include <model/list_index.h>

void list_duplicate(struct problems *problems, const char *code, struct place place, struct place first, struct str name) {
    problem_error(problems, code, place, "“%.*s”重复：第 %u 行已有", "\"%.*s\" occurs twice: it stands in line %u already",
                  SHOWN(name), first.line);
}

void list_check_validity(struct problems *problems, struct validity validity, struct place place) {
    char from[17], to[17];
    if (validity.from == DAY_NONE || validity.to == DAY_NONE || validity.from <= validity.to) return;
    day_format(validity.from, from);
    day_format(validity.to, to);
    problem_error(problems, "reversed-dates", place, "有效期颠倒：valid_from “%s”晚于 valid_to “%s”",
                  "reversed dates: valid_from \"%s\" is after valid_to \"%s\"", from, to);
}
