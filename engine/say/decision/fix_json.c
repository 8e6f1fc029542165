/* fix_json.c - "fixes" and "fixes_none" of a verdict. */
#include <say/say_inside.h>

static void write_cost(struct writer *writer, const struct fix *fix) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "people");
    writer_int(writer, fix->people);
    WRITER_NEXT(writer, "workdays");
    if (fix->workdays < 0)
        writer_null(writer);
    else
        writer_int(writer, fix->workdays);
    WRITER_NEXT(writer, "yuan");
    writer_decimal(writer, fix->yuan_fen, 2);
    writer_close(writer, '}');
}

static void write_fix(struct writer *writer, const struct fix *fix) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "cost");
    write_cost(writer, fix);
    WRITER_NEXT(writer, "sets");
    writer_open(writer, '[');
    for (size_t i = 0; i < fix->set_count; i++) say_write_set(writer, &fix->sets[i]);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "verdict");
    writer_name(writer, verdict_name(fix->verdict));
    WRITER_NEXT(writer, "who");
    writer_open(writer, '[');
    for (size_t i = 0; i < fix->who_count; i++) writer_name(writer, fix->who[i]->name);
    writer_close(writer, ']');
    writer_close(writer, '}');
}

static struct str reason_of(enum fix_end end) {
    switch (end) {
    case FIX_FOUND: break;
    case FIX_NOT_NEEDED: return STR("not_needed");
    case FIX_FACTS_MISSING: return STR("facts_missing");
    case FIX_WITHDRAW: return STR("withdraw");
    case FIX_NONE: return STR("no_cure");
    }
    return STR("");
}

static void write_none(struct writer *writer, const struct fixes *fixes) {
    if (fixes->end == FIX_FOUND) {
        writer_null(writer);
        return;
    }
    writer_open(writer, '{');
    WRITER_FIRST(writer, "reason");
    writer_name(writer, reason_of(fixes->end));
    WRITER_NEXT(writer, "rules");
    writer_open(writer, '[');
    for (size_t i = 0; i < fixes->blocked_count; i++) writer_string(writer, fixes->blocked[i]->id);
    writer_close(writer, ']');
    writer_close(writer, '}');
}

void say_write_fixes(struct writer *writer, const struct fixes *fixes) {
    WRITER_NEXT(writer, "fixes");
    writer_open(writer, '[');
    for (size_t i = 0; i < fixes->count; i++) write_fix(writer, &fixes->at[i]);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "fixes_more");
    writer_bool(writer, fixes->more);
    WRITER_NEXT(writer, "fixes_none");
    write_none(writer, fixes);
}
