/* task.c - the life of a task: what is known of it, what the move asks, and the day on which the new state runs out. */
#include <base/person.h>
#include <door/ledger/ledger.h>
#include <door/request.h>

/* A move as it was asked for, understood. */
struct asked {
    struct str office, person, approver_office, approver, ground;
    int64_t now;
    int32_t until;
    enum state_id to;
};

static quanze_status understand(const struct quanze_move_request *request, struct asked *out, struct quanze_error *error) {
    quanze_status status = ledger_state(request->state, &out->to, error);
    if (status == QUANZE_OK) status = ledger_person(request->by, "by", &out->office, &out->person, error);
    if (status == QUANZE_OK && request->approved_by)
        status = ledger_person(request->approved_by, "approved_by", &out->approver_office, &out->approver, error);
    if (status == QUANZE_OK) status = ledger_ground(request->ground, &out->ground, error);
    if (status == QUANZE_OK) status = ledger_now(request->now, &out->now, error);
    if (status == QUANZE_OK) status = request_day(request->until, "until", &out->until, error);
    if (status == QUANZE_OK && str_trim(str_of(request->why)).length == 0)
        status = error_set(error, QUANZE_USAGE, "没有写明为什么", "it was not said why");
    return status;
}

/* Two people, however they are written. */
static quanze_status check_people(const struct asked *asked, struct quanze_error *error) {
    bool two = false;
    if (asked->approver.length == 0) return QUANZE_OK;
    if (!person_are_two(asked->person, asked->approver, &two)) return error_memory(error);
    if (two) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "办理人和批准人要是两个人，都写了“%.*s”",
                     "the one who moves it and the one who approves must be two people; both are \"%.*s\"",
                     (int)asked->person.length, asked->person.at);
}

/* When the new state runs out, and why. No day when there is no limit, or the calendar cannot tell it. */
static void find_due(const struct quanze *engine, const struct ledger_case *now, const struct asked *asked,
                     struct ledger_move *out) {
    const struct state_info *state = state_at(asked->to);
    int64_t end;
    out->due_on = DAY_NONE;
    if (asked->to == STATE_ADMITTED_TEMPORARY) {
        out->due_on = asked->until != DAY_NONE ? asked->until : now->life.end_day;
        out->due_why = STR("end_at");
    } else if (asked->until != DAY_NONE) {
        out->due_on = asked->until;
        out->due_why = STR("until");
    } else if (asked->to == STATE_EMERGENCY_RUNNING && now->papers_due != DAY_NONE) {
        out->due_on = day_of_minute(now->papers_due);
        out->due_why = STR("papers_due");
    } else if (state->limit != NO_LIMIT) {
        const struct list *list = engine ? engine_list(engine) : NULL;
        const struct calendar *calendar = engine ? engine_calendar(engine) : NULL;
        out->due_why = limit_at(state->limit)->parameter;
        if (calendar && calendar_add_workdays(calendar, asked->now, limit_workdays(state->limit, list), &end, NULL))
            out->due_on = day_of_minute(end);
    }
}

/* The last day of a decision whose time is extended: behind the day on which it would have run out; DAY_NONE where it cannot be
 * told. */
static int32_t extended_to(const struct quanze *engine, const struct ledger_case *now) {
    const struct calendar *calendar = engine ? engine_calendar(engine) : NULL;
    const int workdays = limit_workdays(LIMIT_EXTENSION, engine ? engine_list(engine) : NULL);
    int64_t end;
    if (!calendar || now->life.due_day == DAY_NONE) return DAY_NONE;
    const int64_t from = (int64_t)now->life.due_day * DAY_MINUTES + DAY_MINUTES - 1;
    return calendar_add_workdays(calendar, from, workdays, &end, NULL) ? day_of_minute(end) : DAY_NONE;
}

/* An extension always has a day: one that is stated may be sooner than the parameter's, not later. */
static quanze_status find_extension(const struct quanze *engine, const struct ledger_case *now, const struct asked *asked,
                                    struct ledger_move *out, struct quanze_error *error) {
    const int32_t latest = extended_to(engine, now);
    char day[16];
    out->due_on = asked->until != DAY_NONE ? asked->until : latest;
    out->due_why = limit_at(LIMIT_EXTENSION)->parameter;
    if (out->due_on == DAY_NONE)
        return error_set(error, QUANZE_USAGE, "算不出延长到哪天（没有工作日历，或原来的期限不明）；请写明延长到哪天",
                         "the day cannot be told (no calendar, or the time was not known before); state the day");
    if (latest == DAY_NONE || out->due_on <= latest) return QUANZE_OK;
    (void)day_format(latest, day);
    return error_set(error, QUANZE_USAGE, "审核只能延长一次，最多到 %s", "a decision is extended once, and to %s at most", day);
}

/* What failed in the decision is the ground of a refusal or an objection, and of nothing else, unless one is stated. */
static void make_move(const struct quanze_move_request *request, const struct ledger_case *now, const struct asked *asked,
                      struct ledger_move *out) {
    struct str grounds = STR(""), basis = STR("");
    if (asked->ground.length > 0) {
        grounds = asked->ground;
        basis = str_of(request->basis);
    } else if (lifecycle_needs_ground(now->life.state, asked->to)) {
        grounds = now->grounds;
        basis = now->basis;
    }
    *out = (struct ledger_move){.task = now->task,
                                .id = now->life.id,
                                .from = now->life.state,
                                .to = asked->to,
                                .role = office_of(asked->office, now->issuer, &now->townships),
                                .office = asked->office,
                                .person = asked->person,
                                .why = str_trim(str_of(request->why)),
                                .grounds = grounds,
                                .basis = basis,
                                .approved_by = str_of(request->approved_by),
                                .letter = str_of(request->letter)};
}

/* A ground that is stated counts only with its basis. */
static void weigh_ground(const struct quanze_move_request *request, const struct asked *asked, struct lifecycle_case *life) {
    if (asked->ground.length > 0) life->has_ground = str_trim(str_of(request->basis)).length > 0;
}

static quanze_status move(struct ledger *ledger, const struct quanze *engine, const struct quanze_move_request *request,
                          const struct asked *asked, struct arena *arena, struct ledger_move *out, struct ledger_added *added,
                          struct quanze_error *error) {
    struct ledger_case now;
    quanze_status status = ledger_read_case(ledger, str_of(request->id), arena, &now, error);
    if (status != QUANZE_OK) return status;
    make_move(request, &now, asked, out);
    weigh_ground(request, asked, &now.life);
    const struct lifecycle_step step = {.to = asked->to,
                                        .office = out->role,
                                        .today = day_of_minute(asked->now),
                                        .until = asked->until,
                                        .has_second_person = asked->approver.length > 0};
    status = lifecycle_check(&now.life, &step, error);
    if (status != QUANZE_OK) return status;
    if (asked->to == STATE_IN_REVIEW_EXTENDED)
        status = find_extension(engine, &now, asked, out, error);
    else
        find_due(engine, &now, asked, out);
    if (status != QUANZE_OK) return status;
    return ledger_add_move(ledger, out, asked->now, added, error);
}

quanze_status quanze_task_move_check(const struct quanze_move_request *request, struct quanze_error *error) {
    struct asked asked = {0};
    return understand(request, &asked, error);
}

quanze_status quanze_task_move(struct quanze_ledger *ledger, const struct quanze *engine,
                               const struct quanze_move_request *request, struct quanze_error *error) {
    struct asked asked = {0};
    struct arena arena = {0};
    struct ledger_move made;
    struct ledger_added added;
    struct buf page = {0};
    quanze_status status = understand(request, &asked, error);
    if (status == QUANZE_OK) status = check_people(&asked, error);
    if (status == QUANZE_OK) status = ledger_begin(ledger->ledger, error);
    if (status != QUANZE_OK) return status;
    status = move(ledger->ledger, engine, request, &asked, &arena, &made, &added, error);
    const struct ledger_page form = {.language = request->language, .format = request->format};
    if (status == QUANZE_OK) say_move(&page, &form, &made, added.seq);
    status = ledger_finish(ledger->ledger, status, &page, request->sink, error);
    buf_free(&page);
    arena_free(&arena);
    return status;
}
