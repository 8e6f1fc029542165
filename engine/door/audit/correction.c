/* correction.c - what a department has to put right. */
#include <door/ledger/ledger.h>
#include <door/request.h>
#include <ledger/correction.h>

#define SHOWN(text) (int)(text).length, (text).at

/* What was asked for, understood. */
struct asked {
    struct str office, person, ground;
    int64_t now;
    int32_t until;
};

static quanze_status understand(const struct quanze_correction_request *request, struct asked *out,
                                struct quanze_error *error) {
    quanze_status status = ledger_now(request->now, &out->now, error);
    if (status == QUANZE_OK) status = ledger_person(request->by, "by", &out->office, &out->person, error);
    if (status == QUANZE_OK) status = ledger_ground(request->ground, &out->ground, error);
    if (status == QUANZE_OK) status = request_day(request->until, "until", &out->until, error);
    if (status == QUANZE_OK && str_trim(str_of(request->words)).length == 0)
        status = error_set(error, QUANZE_USAGE, "没有写内容", "no words were given");
    if (status == QUANZE_OK && request->what != QUANZE_CORRECTION_DONE && out->until == DAY_NONE)
        status = error_set(error, QUANZE_USAGE, "没有写哪天前整改到位", "the day by which it must be put right was not given");
    return status;
}

static quanze_status refuse_rule(struct str id, struct str near, struct quanze_error *error) {
    if (near.length == 0) return error_set(error, QUANZE_USAGE, "没有规则“%.*s”", "there is no rule \"%.*s\"", SHOWN(id));
    return error_set(error, QUANZE_USAGE, "没有规则“%.*s”，是不是“%.*s”？", "there is no rule \"%.*s\"; did you mean \"%.*s\"?",
                     SHOWN(id), SHOWN(near));
}

static quanze_status refuse_department(struct str name, struct str near, struct quanze_error *error) {
    if (near.length == 0)
        return error_set(error, QUANZE_USAGE, "清单里没有部门“%.*s”，台账里也没有它的来文",
                         "the list has no department \"%.*s\", and no paper in the ledger is from it", SHOWN(name));
    return error_set(error, QUANZE_USAGE, "清单里没有部门“%.*s”，台账里也没有它的来文，是不是“%.*s”？",
                     "the list has no department \"%.*s\", and no paper in the ledger is from it; did you mean \"%.*s\"?",
                     SHOWN(name), SHOWN(near));
}

static struct str nearest(struct str name, const struct str *names, size_t count) {
    const ptrdiff_t near = str_nearest(name, names, count);
    return near < 0 ? STR("") : names[near];
}

/* A rule that nobody has can never be broken again: the correction would never relapse. */
static quanze_status check_rule(const struct quanze *engine, struct str rule, struct quanze_error *error) {
    if (rule.length == 0 || !engine || !engine->book || rulebook_find(engine->book, rule) >= 0) return QUANZE_OK;
    const struct rulebook *book = engine->book;
    struct arena arena = {0};
    struct str *ids = arena_take_array(&arena, book->count + 1, sizeof *ids);
    for (size_t i = 0; ids && i < book->count; i++) ids[i] = book->rules[i].id;
    const quanze_status status = ids ? refuse_rule(rule, nearest(rule, ids, book->count), error) : error_memory(error);
    arena_free(&arena);
    return status;
}

/* A department that is neither on the list nor ever sent anything is misspelt: no month would show its correction. */
static quanze_status check_department(struct ledger *ledger, const struct quanze *engine, struct str name,
                                      struct quanze_error *error) {
    const struct list *list = engine ? engine_list(engine) : NULL;
    bool has_sent = false;
    if (name.length == 0 || !list || list_find_department(list, name) >= 0) return QUANZE_OK;
    quanze_status status = ledger_has_issuer(ledger, name, &has_sent, error);
    if (status != QUANZE_OK || has_sent) return status;
    struct arena arena = {0};
    struct str *names = arena_take_array(&arena, list->department_count + 1, sizeof *names);
    for (size_t i = 0; names && i < list->department_count; i++) names[i] = list->departments[i].name;
    status = names ? refuse_department(name, nearest(name, names, list->department_count), error) : error_memory(error);
    arena_free(&arena);
    return status;
}

static quanze_status check_opening(const struct quanze_correction_request *request, const struct asked *asked,
                                   struct quanze_error *error) {
    if (str_trim(str_of(request->department)).length == 0)
        return error_set(error, QUANZE_USAGE, "没有写由哪个部门整改", "the department that has to put it right was not given");
    if (asked->until >= day_of_minute(asked->now)) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "整改期限“%s”已经过去", "the day \"%s\" has passed already", request->until);
}

static quanze_status open_one(struct ledger *ledger, const struct quanze_correction_request *request, const struct asked *asked,
                              struct ledger_added *out, struct quanze_error *error) {
    const struct ledger_correction correction = {.department = str_trim(str_of(request->department)),
                                                 .matter = str_trim(str_of(request->words)),
                                                 .ground = asked->ground,
                                                 .task = str_of(request->task),
                                                 .rule = str_trim(str_of(request->rule)),
                                                 .office = asked->office,
                                                 .person = asked->person,
                                                 .due_on = asked->until};
    quanze_status status = check_opening(request, asked, error);
    struct arena arena = {0};
    struct ledger_case found;
    if (status == QUANZE_OK && correction.task.length > 0)
        status = ledger_read_case(ledger, correction.task, &arena, &found, error);
    if (status == QUANZE_OK) status = ledger_add_correction(ledger, &correction, asked->now, out, error);
    arena_free(&arena);
    return status;
}

static quanze_status enter(struct ledger *ledger, const struct quanze_correction_request *request, const struct asked *asked,
                           struct ledger_added *out, struct quanze_error *error) {
    bool is_done = request->what == QUANZE_CORRECTION_DONE;
    const struct ledger_step step = {.correction = request->number,
                                     .step = is_done ? CORRECTION_STEP_DONE : CORRECTION_STEP_RELAPSED,
                                     .why = str_trim(str_of(request->words)),
                                     .office = asked->office,
                                     .person = asked->person,
                                     .due_on = is_done ? DAY_NONE : asked->until};
    return request->what == QUANZE_CORRECTION_OPEN ? open_one(ledger, request, asked, out, error)
                                                   : ledger_add_step(ledger, &step, asked->now, out, error);
}

quanze_status quanze_correction_enter(struct quanze_ledger *ledger, const struct quanze *engine,
                                      const struct quanze_correction_request *request, struct quanze_error *error) {
    struct asked asked;
    struct ledger_added added;
    struct buf page = {0};
    quanze_status status = understand(request, &asked, error);
    if (status == QUANZE_OK) status = check_rule(engine, str_trim(str_of(request->rule)), error);
    if (status == QUANZE_OK && request->what == QUANZE_CORRECTION_OPEN)
        status = check_department(ledger->ledger, engine, str_trim(str_of(request->department)), error);
    if (status == QUANZE_OK) status = ledger_begin(ledger->ledger, error);
    if (status != QUANZE_OK) return status;
    status = enter(ledger->ledger, request, &asked, &added, error);
    const struct ledger_page form = {.language = request->language, .format = request->format};
    if (status == QUANZE_OK) say_correction_entered(&page, &form, &added, request->what);
    status = ledger_finish(ledger->ledger, status, &page, request->sink, error);
    buf_free(&page);
    return status;
}

static quanze_status write_correction(void *payload, const struct ledger_correction_line *line, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_correction(&sheet->out, &sheet->page, line);
    return ledger_sheet_send(sheet, false, error);
}

quanze_status quanze_correction_list(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                     struct quanze_error *error) {
    struct ledger_sheet sheet = ledger_sheet_make(request);
    int32_t day;
    quanze_status status = request_day(request->as_of, "as_of", &day, error);
    if (status == QUANZE_OK && day == DAY_NONE) status = error_set(error, QUANZE_USAGE, "没有给出日期", "no day was given");
    if (status != QUANZE_OK) return status;
    say_corrections_begin(&sheet.out, &sheet.page, day);
    status = ledger_list_corrections(ledger->ledger, day, request->newest, write_correction, &sheet, error);
    return ledger_sheet_finish(&sheet, status, say_corrections_end, error);
}
