/* lifecycle_check.c - the moves of lifecycle.def and what guards them. */
#include <base/buf.h>
#include <model/lifecycle.h>

enum guard {
    NO_GUARD = 0,
    HAS_GROUND = 1,   /* a typed ground and its basis */
    NOT_BOUND = 2,    /* the issuer is one that may be refused */
    NOT_BASIC = 4,    /* a basic duty is never refused */
    NOT_REJECTED = 8, /* the decision was not to reject */
    ADMISSIBLE = 16,  /* the decision admits it, or a second person approves; never what is rejected */
    NEEDS_DATE = 32,  /* the day by which the conditions are met */
    NEEDS_END = 64,   /* the day on which the task ends */
    EMERGENCY = 128,  /* decided as provisional */
    WAS_CONDITIONAL = 256,
    HAS_ENDED = 512,    /* admitted for a limited time that is over */
    IN_TIME = 1024,     /* the time of the state has not run out */
    NOT_EXTENDED = 2048 /* once a task, also when it was returned and submitted again */
};

#define LIMIT(id, ...)
#define STATE(id, ...)
#define OFFICE_WORD(office, word)

enum {
    DEPARTMENT = OFFICE_DEPARTMENT,
    GATEKEEPER = OFFICE_GATEKEEPER,
    TOWNSHIP = OFFICE_TOWNSHIP,
    GOVERNMENT = OFFICE_GOVERNMENT
};

static const struct move {
    enum state_id from, to;
    unsigned who, guards;
} MOVES[] = {
#define MOVE(from, to, who, guards) {STATE_##from, STATE_##to, who, guards},
#include <model/lifecycle.def>
};

#define MOVE_COUNT (sizeof MOVES / sizeof *MOVES)
#define SHOWN(text) (int)(text).length, (text).at

/* Any task that is not at its end may be withdrawn by its department. */
static const struct move WITHDRAWAL = {STATE_SUBMITTED, STATE_WITHDRAWN, DEPARTMENT, NO_GUARD};

static const struct move *find_move(enum state_id from, enum state_id to) {
    for (size_t i = 0; i < MOVE_COUNT; i++)
        if (MOVES[i].from == from && MOVES[i].to == to) return &MOVES[i];
    return to == STATE_WITHDRAWN && !state_at(from)->is_end ? &WITHDRAWAL : NULL;
}

bool lifecycle_leads(enum state_id from, enum state_id to, enum office office) {
    const struct move *move = find_move(from, to);
    return move && (move->who & office);
}

bool lifecycle_needs_ground(enum state_id from, enum state_id to) {
    const struct move *move = find_move(from, to);
    return move && (move->guards & HAS_GROUND);
}

/* A state as it is asked for: by its Chinese name, in English by its name. */
static struct str state_word(enum state_id state, quanze_language language) {
    return language == QUANZE_ZH ? state_at(state)->zh : state_at(state)->name;
}

void lifecycle_put_next(struct buf *out, enum state_id from, quanze_language language) {
    if (state_at(from)->is_end) return;
    for (size_t i = 0; i < MOVE_COUNT; i++) {
        if (MOVES[i].from != from) continue;
        buf_put(out, state_word(MOVES[i].to, language));
        buf_put_text(out, language == QUANZE_ZH ? "、" : ", ");
    }
    buf_put(out, state_word(STATE_WITHDRAWN, language));
}

/* Nothing comes after an end. */
static void say_ended(const struct lifecycle_case *of, struct quanze_error *error, struct quanze_error *english) {
    static const char ZH[] = "任务“%.*s”已到“%.*s”，不再变动；续办或重办要作为新任务、换一个编号提交";
    static const char EN[] = "the task \"%.*s\" is at its end, \"%.*s\"; to go on, submit a new task under another id";
    (void)error_set(error, QUANZE_USAGE, ZH, ZH, SHOWN(of->id), SHOWN(state_word(of->state, QUANZE_ZH)));
    (void)error_set(english, QUANZE_USAGE, EN, EN, SHOWN(of->id), SHOWN(state_word(of->state, QUANZE_EN)));
}

static quanze_status no_such_move(const struct lifecycle_case *of, enum state_id to, struct quanze_error *error) {
    static const char ZH[] = "任务“%.*s”现为“%.*s”，不能转为“%.*s”；可以转为：%.*s";
    static const char EN[] = "the task \"%.*s\" is \"%.*s\" and cannot become \"%.*s\"; it can become: %.*s";
    struct quanze_error english = {0};
    struct buf zh = {0}, en = {0};
    quanze_status status = QUANZE_USAGE;
    lifecycle_put_next(&zh, of->state, QUANZE_ZH);
    lifecycle_put_next(&en, of->state, QUANZE_EN);
    (void)error_set(error, status, ZH, ZH, SHOWN(of->id), SHOWN(state_word(of->state, QUANZE_ZH)),
                    SHOWN(state_word(to, QUANZE_ZH)), SHOWN(buf_str(&zh)));
    (void)error_set(&english, status, EN, EN, SHOWN(of->id), SHOWN(state_word(of->state, QUANZE_EN)),
                    SHOWN(state_word(to, QUANZE_EN)), SHOWN(buf_str(&en)));
    if (state_at(of->state)->is_end) say_ended(of, error, &english);
    memcpy(error->en, english.en, sizeof error->en);
    if (zh.failed || en.failed) status = error_memory(error);
    buf_free(&zh);
    buf_free(&en);
    return status;
}

static void put_offices(struct buf *out, unsigned who, quanze_language language) {
    static const enum office ALL[] = {OFFICE_DEPARTMENT, OFFICE_GATEKEEPER, OFFICE_TOWNSHIP, OFFICE_GOVERNMENT};
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
        if (!(who & ALL[i])) continue;
        if (out->length > 0) buf_put_text(out, language == QUANZE_ZH ? "、" : " or ");
        buf_put(out, office_name(ALL[i], language));
    }
}

static quanze_status wrong_office(const struct move *move, const struct lifecycle_step *step, struct quanze_error *error) {
    static const char ZH[] = "%.*s不能把任务转为“%.*s”，应由%.*s办理";
    static const char EN[] = "%.*s cannot make a task \"%.*s\"; this is for %.*s";
    struct quanze_error english = {0};
    struct buf zh = {0}, en = {0};
    put_offices(&zh, move->who, QUANZE_ZH);
    put_offices(&en, move->who, QUANZE_EN);
    quanze_status status = QUANZE_USAGE;
    (void)error_set(error, status, ZH, ZH, SHOWN(office_name(step->office, QUANZE_ZH)), SHOWN(state_word(step->to, QUANZE_ZH)),
                    SHOWN(buf_str(&zh)));
    (void)error_set(&english, status, EN, EN, SHOWN(office_name(step->office, QUANZE_EN)),
                    SHOWN(state_word(step->to, QUANZE_EN)), SHOWN(buf_str(&en)));
    memcpy(error->en, english.en, sizeof error->en);
    if (zh.failed || en.failed) status = error_memory(error);
    buf_free(&zh);
    buf_free(&en);
    return status;
}

/* What a guard says when it does not hold. */
static const struct {
    enum guard guard;
    const char *zh, *en;
} REFUSALS[] = {
    {HAS_GROUND, "要有至少一条理由和它的依据：先审查这件任务，或写明理由种类（--ground）和依据（--basis）",
     "at least one ground with its basis is needed: screen the task first, or state the kind of reason (--ground) and the "
     "basis (--basis)"},
    {NOT_BOUND, "来文单位是县委县政府或以上，不能不予承接；可以提出异议或请求资源（地方组织法 76、公务员法 60）",
     "the issuer is the county's party committee or government, or above: it may be objected to, or asked for resources, not "
     "refused"},
    {NOT_BASIC, "这是清单内的基本履职事项，不能不予承接；可以提出异议或请求资源",
     "this is a basic duty of the list: it may be objected to, or resources asked for, not refused"},
    {NOT_REJECTED, "审查结论是不予准入，不能进入审核", "the verdict is to reject it; it cannot go on to review"},
    {ADMISSIBLE, "审查结论不是准入；要准入，须另有一人批准（--approved-by），不予准入的和收回事项不能准入",
     "the verdict does not admit it: a second person must approve (--approved-by); what is rejected or recalled cannot be "
     "admitted"},
    {NEEDS_DATE, "附条件准入要写明条件在哪天前满足（--until）", "say by which day the conditions are met (--until)"},
    {NEEDS_END, "限期准入要有截止日期：任务里写明，或写明期限（--until）",
     "admission for a limited time needs its last day: in the task (end_at), or stated (--until)"},
    {EMERGENCY, "没有应急先行的审查结论：要有已宣布的响应、级别、编号和预计结束时间",
     "no decision lets it begin as an emergency: that takes a declared response with level, notice and expected end"},
    {WAS_CONDITIONAL, "只有附条件准入的任务才能暂停", "only what was admitted on conditions can be suspended"},
    {IN_TIME, "审核期限已过，不能再延长", "the time for deciding has run out and cannot be extended any more"},
    {NOT_EXTENDED, "审核只能延长一次，这件任务已经延长过；退回补正后再提交的不重新起算",
     "a decision is extended once, and that of this task was; what is returned and submitted again does not begin anew"},
    {HAS_ENDED, "只有限期准入且已过截止日期的任务才算到期", "only what was admitted for a limited time, now over, expires"},
};

static quanze_status guarded(const struct lifecycle_case *of, enum state_id to, size_t refusal, struct quanze_error *error) {
    static const char ZH[] = "任务“%.*s”不能转为“%.*s”：%s";
    static const char EN[] = "the task \"%.*s\" cannot become \"%.*s\": %s";
    struct quanze_error english = {0};
    (void)error_set(error, QUANZE_USAGE, ZH, ZH, SHOWN(of->id), SHOWN(state_word(to, QUANZE_ZH)), REFUSALS[refusal].zh);
    (void)error_set(&english, QUANZE_USAGE, EN, EN, SHOWN(of->id), SHOWN(state_word(to, QUANZE_EN)), REFUSALS[refusal].en);
    memcpy(error->en, english.en, sizeof error->en);
    return QUANZE_USAGE;
}

static bool admits(const struct lifecycle_case *of, const struct lifecycle_step *step) {
    if (!of->is_screened || of->is_rejected || of->is_recalled) return false;
    return of->is_admissible || step->has_second_person;
}

static bool has_ended(const struct lifecycle_case *of, int32_t today) {
    return of->was_temporary && of->end_day != DAY_NONE && today > of->end_day;
}

static bool holds(enum guard guard, const struct lifecycle_case *of, const struct lifecycle_step *step) {
    switch (guard) {
    case NO_GUARD: return true;
    case HAS_GROUND: return of->has_ground;
    case NOT_BOUND: return !of->issuer_binds;
    case NOT_BASIC: return !of->is_basic;
    case NOT_REJECTED: return !of->is_rejected && !of->is_recalled;
    case ADMISSIBLE: return admits(of, step);
    case NEEDS_DATE: return step->until != DAY_NONE;
    case NEEDS_END: return step->until != DAY_NONE || of->end_day != DAY_NONE;
    case EMERGENCY: return of->is_provisional;
    case WAS_CONDITIONAL: return of->was_conditional;
    case HAS_ENDED: return has_ended(of, step->today);
    case NOT_EXTENDED: return !of->was_extended;
    case IN_TIME: return of->due_day == DAY_NONE || step->today <= of->due_day;
    }
    return false;
}

/* What was admitted for a limited time goes nowhere after it but to its end. */
static bool runs_over(const struct lifecycle_case *of, const struct lifecycle_step *step) {
    if (!has_ended(of, step->today)) return false;
    return step->to == STATE_SENT || step->to == STATE_RECEIVED || step->to == STATE_ACCEPTED || step->to == STATE_IN_PROGRESS;
}

quanze_status lifecycle_check(const struct lifecycle_case *of, const struct lifecycle_step *step, struct quanze_error *error) {
    const struct move *move = find_move(of->state, step->to);
    if (!move) return no_such_move(of, step->to, error);
    if (!(move->who & step->office)) return wrong_office(move, step, error);
    for (size_t i = 0; i < sizeof REFUSALS / sizeof *REFUSALS; i++)
        if ((move->guards & REFUSALS[i].guard) && !holds(REFUSALS[i].guard, of, step)) return guarded(of, step->to, i, error);
    if (!runs_over(of, step)) return QUANZE_OK;
    return error_set(
        error, QUANZE_USAGE, "任务“%.*s”的期限已过，到期不自动续办；续办要作为新任务、换一个编号提交",
        "the time of the task \"%.*s\" is over and is not renewed by itself; to go on, submit a new task under another id",
        SHOWN(of->id));
}
