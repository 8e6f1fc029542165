#include <math.h>
#include <say/fixture.h>

#define TEXT(literal)                                                                                                          \
    { literal, sizeof(literal) - 1 }

static int choice(const char *set, const char *name) { return choice_find(choices_of(set), str_of(name)); }

static struct value text(const char *words) { return value_of_text(str_of(words)); }

static int64_t minute(const char *time) {
    int64_t out = 0;
    bool whole_day;
    return day_parse_time(str_of(time), &out, &whole_day) ? out : 0;
}

static int32_t day(const char *date) {
    int32_t out = 0;
    return day_parse(str_of(date), &out) ? out : 0;
}

static struct cite CITES[] = {
    {TEXT("整治形式主义为基层减负若干规定"), TEXT("第三条"), 'V'},
    {TEXT("《基层减负监测办法》"), TEXT("第…条"), 'S'},
    {TEXT("县级经验做法"), TEXT(""), 0},
};
static struct str SEEDS[] = {TEXT("S000-09"), TEXT("S001-12")};
static enum fact_id TIME_NEEDS[] = {FACT_ID_RECEIVED_AT, FACT_ID_DUE_AT};
static enum fact_id TIME_MAY[] = {FACT_ID_KIND, FACT_ID_UPSTREAM_DUE_AT};
static enum fact_id FUNDS_NEEDS[] = {FACT_ID_FUNDS_NEEDED, FACT_ID_FUNDS_PROVIDED};
static enum fact_id TITLE_NEEDS[] = {FACT_ID_BODY};
static struct rule_parameter PARAMETERS[] = {
    {.name = TEXT("min_notice_workdays"),
     .unit = TEXT("workday"),
     .source = TEXT("建议值（无全国统一规定）"),
     .default_value = 2,
     .least = -INFINITY,
     .most = INFINITY,
     .value = 2},
    {.name = TEXT("least_share"),
     .unit = TEXT("ratio"),
     .source = TEXT("建议值"),
     .default_value = 0.5,
     .least = -INFINITY,
     .most = INFINITY,
     .value = 0.5},
};
static struct message SHORT = {.key = TEXT("short"),
                               .text = {TEXT("只留了 {hours:hours} 个工作小时，至少 {least:hours} 个"),
                                        TEXT("leaves {hours:hours} working hours, at least {least:hours} are needed")}};
static struct message LATER = {.key = TEXT("cure"), .text = {TEXT("{until:time} 前报送"), TEXT("hand it in by {until:time}")}};
static struct message NO_MONEY = {
    .key = TEXT("none"), .text = {TEXT("需要 {needed:yuan}，未附经费"), TEXT("needs {needed:yuan}, nothing came with it")}};
static struct rule_example EXAMPLES[] = {
    {TEXT("当日要"), NULL, 0, STATUS_FAIL, TEXT("short"), DAY_NONE, 30},
    {TEXT("一周"), NULL, 0, STATUS_PASS, TEXT(""), DAY_NONE, 31},
    {TEXT("没有写时限"), NULL, 0, STATUS_UNKNOWN, TEXT(""), DAY_NONE, 32},
    {TEXT("应急"), NULL, 0, STATUS_NOT_APPLICABLE, TEXT(""), DAY_NONE, 33},
};

enum { RULE_TIME, RULE_FUNDS, RULE_GUIDANCE, RULE_BROKEN, RULE_WAIVED, RULE_LOW, RULE_PASSED, RULE_COUNT };
static struct rule RULES[RULE_COUNT] = {
    [RULE_TIME] = {.id = TEXT("TIME-001"),
                   .family = FAMILY_TIME,
                   .level = LEVEL_BLOCK,
                   .stage = STAGE_SCREEN,
                   .title = {TEXT("报送时限过短"), TEXT("Too little time to answer")},
                   .why = {TEXT("从通知到报送，乡镇至少要有两个工作日。"),
                           TEXT("A township needs two working days to answer.")},
                   .basis = {CITES, 3},
                   .seeds = {SEEDS, 2},
                   .validity = {19941, DAY_NONE},
                   .parameters = PARAMETERS,
                   .parameter_count = 2,
                   .needs = TIME_NEEDS,
                   .need_count = 2,
                   .may = TIME_MAY,
                   .may_count = 2,
                   .has_remedy = true,
                   .emergency_excuses = true,
                   .examples = EXAMPLES,
                   .example_count = 4},
    [RULE_FUNDS] = {.id = TEXT("RES-001"),
                    .family = FAMILY_RESOURCE,
                    .level = LEVEL_HOLD,
                    .stage = STAGE_SCREEN,
                    .title = {TEXT("未同步经费"), TEXT("No funds came with it")},
                    .why = {TEXT("费随事转。"), TEXT("Money follows.")},
                    .basis = {CITES, 1},
                    .validity = {DAY_NONE, DAY_NONE},
                    .needs = FUNDS_NEEDS,
                    .need_count = 2},
    [RULE_GUIDANCE] = {.id = TEXT("RES-004"),
                       .family = FAMILY_RESOURCE,
                       .level = LEVEL_HOLD,
                       .stage = STAGE_SCREEN,
                       .title = {TEXT("未说明工作标准"), TEXT("Standard not stated")},
                       .validity = {DAY_NONE, DAY_NONE},
                       .ground = -1},
    [RULE_BROKEN] = {.id = TEXT("LIST-009"),
                     .family = FAMILY_LIST,
                     .level = LEVEL_HOLD,
                     .stage = STAGE_SCREEN,
                     .title = {TEXT("清单核对"), TEXT("List check")},
                     .validity = {DAY_NONE, DAY_NONE},
                     .ground = -1},
    [RULE_WAIVED] = {.id = TEXT("TRACE-002"),
                     .family = FAMILY_TRACE,
                     .level = LEVEL_WARN,
                     .stage = STAGE_SCREEN,
                     .title = {TEXT("要求成套材料"), TEXT("A dossier is demanded")},
                     .validity = {DAY_NONE, DAY_NONE},
                     .needs = TITLE_NEEDS,
                     .need_count = 1,
                     .ground = -1},
    [RULE_LOW] = {.id = TEXT("BASIS-003"),
                  .family = FAMILY_BASIS,
                  .level = LEVEL_WARN,
                  .stage = STAGE_SCREEN,
                  .title = {TEXT("便函代替正式文件"), TEXT("A memo in place of a document")},
                  .validity = {DAY_NONE, DAY_NONE},
                  .ground = -1},
    [RULE_PASSED] = {.id = TEXT("POWER-001"),
                     .family = FAMILY_POWER,
                     .level = LEVEL_BLOCK,
                     .stage = STAGE_SCREEN,
                     .title = {TEXT("无相应执法权限"), TEXT("No power for it")},
                     .validity = {DAY_NONE, DAY_NONE},
                     .ground = -1},
};

const struct rule *fixture_rule(void) { return &RULES[RULE_TIME]; }

static struct department DEPARTMENTS[] = {{.id = TEXT("fire"), .name = TEXT("县消防救援大队")}};
static struct item ITEMS[] = {
    {.id = TEXT("C-014"),
     .name = TEXT("消防安全检查"),
     .kind = ITEM_COOPERATIVE,
     .department = 0,
     .per_person_day = 12000,
     .staff_min = 2},
    {.id = TEXT("B-020"),
     .name = TEXT("安全生产巡查"),
     .kind = ITEM_BASIC,
     .department = -1,
     .per_person_day = -1,
     .staff_min = -1},
};
static struct waiver WAIVER = {.id = TEXT("W-1"),
                               .rule = TEXT("TRACE-002"),
                               .reason = TEXT("冬春消防专项"),
                               .requested_by = TEXT("甲"),
                               .approved_by = TEXT("乙"),
                               .department = 0,
                               .validity = {DAY_NONE, DAY_NONE}};

static void start(struct fixture *fixture) {
    *fixture = (struct fixture){0};
    RULES[RULE_TIME].ground = choice("GROUND", "time_unreasonable");
    RULES[RULE_FUNDS].ground = choice("GROUND", "no_funds");
    fixture->list = (struct list){
        .id = TEXT("demo-mutang-2026"), .departments = DEPARTMENTS, .department_count = 1, .items = ITEMS, .item_count = 2};
    for (size_t i = 0; i < RULE_COUNT; i++) RULES[i].edition = RULES[i].validity;
    fixture->book = (struct rulebook){.rules = RULES, .count = RULE_COUNT, .known_at = DAY_NONE};
    for (size_t i = 0; i < sizeof fixture->list.digest.bytes; i++) {
        fixture->list.digest.bytes[i] = (unsigned char)i;
        fixture->book.digest.bytes[i] = (unsigned char)(255 - i);
    }
    fixture->world = (struct say_world){.list = &fixture->list, .book = &fixture->book, .calendar = &fixture->calendar};
    fixture->decision.task = &fixture->task;
}

static void set_fire_task(struct task *task) {
    static const struct value TOWNSHIPS[] = {{.text = "木塘垸镇", .count = 12, .state = VALUE_GIVEN}};
    task_set(task, FACT_ID_ID, text("2023-xf-1207"));
    task_set(task, FACT_ID_TITLE, text("关于报送今冬明春消防工作资料的通知"));
    task_set(task, FACT_ID_BODY,
             text("各乡镇：请于今日16时前报送。\n含\"方案\"、台账、会议纪要、现场照片、工作总结和宣传资料，并附\t电子版。"
                  "各乡镇要高度重视，明确专人负责，按时报送，逾期未报的将予以通报。"));
    task_set(task, FACT_ID_KIND, value_number(choice("TASK_KIND", "form")));
    task_set(task, FACT_ID_ISSUER_NAME, text("县消防救援大队"));
    task_set(task, FACT_ID_ITEM_DEPARTMENT, text("县消防救援大队"));
    task_set(task, FACT_ID_TOWNSHIPS, (struct value){.items = TOWNSHIPS, .count = 1, .state = VALUE_GIVEN});
    task_set(task, FACT_ID_RECEIVED_AT, value_number(minute("2023-12-07T09:30")));
    task_set(task, FACT_ID_DUE_AT, value_number(minute("2023-12-07T16:00")));
    task_set(task, FACT_ID_FUNDS_NEEDED, value_number(24050));
    task_set(task, FACT_ID_FUNDS_PROVIDED, (struct value){.state = VALUE_NONE});
}

static void set_fire_balance(struct balance_row *balance) {
    static struct str ALL[] = {TEXT("objective"), TEXT("standard")}, STANDARD[] = {TEXT("standard")};
    balance[BALANCE_POWER] = (struct balance_row){.known = true};
    balance[BALANCE_FUNDS] = (struct balance_row){.needed = 24050, .given = 0, .short_of = 24050, .known = true};
    balance[BALANCE_STAFF] = (struct balance_row){.needed = 2, .given = BALANCE_UNKNOWN, .short_of = BALANCE_UNKNOWN};
    fact_set_add(&balance[BALANCE_STAFF].missing, FACT_ID_STAFF_PROVIDED);
    balance[BALANCE_GUIDANCE] =
        (struct balance_row){.required = {ALL, 2}, .provided = {ALL, 1}, .gap = {STANDARD, 1}, .known = true};
    balance[BALANCE_TIME] = (struct balance_row){.needed = 960, .given = 330, .short_of = 630, .known = true};
}

static struct rule_value NUMBER(const char *name, int64_t integer) {
    return (struct rule_value){.name = str_of(name), .kind = RULE_VALUE_INTEGER, .integer = integer};
}

static void
set_time_finding(struct finding *finding) {
    *finding = (struct finding){.rule = &RULES[RULE_TIME], .rule_index = RULE_TIME, .status = STATUS_FAIL, .has_remedy = true};
    finding->outcome = (struct rule_outcome){.status = STATUS_FAIL, .message = &SHORT, .value_count = 2, .unknown_fact = -1};
    finding->outcome.values[0] = (struct rule_value){.name = TEXT("hours"), .kind = RULE_VALUE_NUMBER, .number = 5.5};
    finding->outcome.values[1] = NUMBER("least", 16);
    finding->remedy = (struct rule_remedy){.set_count = 1, .message = &LATER, .value_count = 1};
    finding->remedy.sets[0] = (struct fact_value){FACT_ID_DUE_AT, value_number(minute("2023-12-11T17:30"))};
    finding->remedy.values[0] = NUMBER("until", minute("2023-12-11T17:30"));
}

static void set_funds_finding(struct finding *finding) {
    *finding = (struct finding){
        .rule = &RULES[RULE_FUNDS], .rule_index = RULE_FUNDS, .status = STATUS_FAIL, .excused = true, .has_remedy = true};
    finding->outcome = (struct rule_outcome){.status = STATUS_FAIL, .message = &NO_MONEY, .value_count = 1, .unknown_fact = -1};
    finding->outcome.values[0] = NUMBER("needed", 24050);
    finding->remedy = (struct rule_remedy){.set_count = 1};
    finding->remedy.sets[0] = (struct fact_value){FACT_ID_FUNDS_PROVIDED, value_number(24050)};
}

static void set_fire_findings(struct decision *decision) {
    static struct finding FINDINGS[6];
    static const struct rule *PASSED[] = {&RULES[RULE_PASSED]};
    set_time_finding(&FINDINGS[0]);
    set_funds_finding(&FINDINGS[1]);
    FINDINGS[2] = (struct finding){.rule = &RULES[RULE_BROKEN],
                                   .rule_index = RULE_BROKEN,
                                   .status = STATUS_ERROR,
                                   .outcome = {.status = STATUS_ERROR,
                                               .unknown_fact = -1,
                                               .error = {TEXT("rules/list/LIST-009.lua:12: 超过步数限制"),
                                                         TEXT("rules/list/LIST-009.lua:12: too many steps")}}};
    FINDINGS[3] = (struct finding){.rule = &RULES[RULE_GUIDANCE],
                                   .rule_index = RULE_GUIDANCE,
                                   .status = STATUS_UNKNOWN,
                                   .outcome = {.status = STATUS_UNKNOWN, .unknown_fact = -1}};
    FINDINGS[3].missing = (struct fact_set){{0}};
    fact_set_add(&FINDINGS[3].missing, FACT_ID_GUIDANCE_STANDARD);
    fact_set_add(&FINDINGS[3].missing, FACT_ID_STAFF_PROVIDED);
    FINDINGS[4] = (struct finding){.rule = &RULES[RULE_WAIVED],
                                   .rule_index = RULE_WAIVED,
                                   .status = STATUS_WAIVED,
                                   .waiver = &WAIVER,
                                   .outcome = {.status = STATUS_FAIL, .unknown_fact = -1}};
    FINDINGS[5] = (struct finding){.rule = &RULES[RULE_LOW],
                                   .rule_index = RULE_LOW,
                                   .status = STATUS_UNKNOWN,
                                   .outcome = {.status = STATUS_UNKNOWN, .unknown_fact = -1, .missing_year = 2027}};
    decision->findings = FINDINGS;
    decision->finding_count = 6;
    decision->passed = PASSED;
    decision->passed_count = 1;
}

static void set_fire_answers(struct decision *decision) {
    static struct question QUESTIONS[2];
    static const struct rule *DECIDES[] = {&RULES[RULE_GUIDANCE]};
    QUESTIONS[0] = (struct question){
        .fact = FACT_ID_STAFF_PROVIDED, .ask = fact_at(FACT_ID_STAFF_PROVIDED)->ask, .decides = DECIDES, .decide_count = 1};
    QUESTIONS[1] = (struct question){
        .fact = FACT_COUNT_ALL, .missing_year = 2027, .ask = &choices_of("ASK").at[choice("ASK", "maintainer")]};
    decision->questions = QUESTIONS;
    decision->question_count = 2;
    decision->answers[ANSWER_ACCEPT] = (struct answer){.open = true};
    decision->answers[ANSWER_DECLINE] = (struct answer){.open = true, .ground_count = 2};
    decision->answers[ANSWER_DECLINE].grounds[0] = choice("GROUND", "time_unreasonable");
    decision->answers[ANSWER_DECLINE].grounds[1] = choice("GROUND", "not_planned");
    decision->answers[ANSWER_OBJECT] = (struct answer){.open = false, .reason = CLOSED_NO_GROUND};
    decision->answers[ANSWER_REQUEST_RESOURCES] = (struct answer){.open = true, .ground_count = 1};
    decision->answers[ANSWER_REQUEST_RESOURCES].grounds[0] = choice("GROUND", "no_funds");
}

void fixture_fire(struct fixture *fixture) {
    start(fixture);
    struct decision *decision = &fixture->decision;
    set_fire_task(&fixture->task);
    set_fire_balance(decision->balance);
    set_fire_findings(decision);
    set_fire_answers(decision);
    decision->verdict = VERDICT_REJECT;
    decision->as_of = day("2023-12-07");
    decision->match =
        (struct found_item){.how = HOW_MATCHED, .item = 0, .score = 812345, .text_item = 0, .alternative_count = 1};
    static struct str words[] = {{"消防", 6}, {"检查", 6}, {"资料", 6}};
    decision->match.words = (struct texts){words, 3};
    decision->match.alternatives[0].item = 1;
    decision->match.alternatives[0].score = 440000;
    decision->applied_rules = 87;
    decision->has_after = true;
    decision->after_remedies = VERDICT_CONDITIONAL;
}

void fixture_flood(struct fixture *fixture) {
    start(fixture);
    struct decision *decision = &fixture->decision;
    task_set(&fixture->task, FACT_ID_ID, text("2026-fx-0703"));
    task_set(&fixture->task, FACT_ID_TITLE, text("关于启动防汛应急响应的紧急通知"));
    task_set(&fixture->task, FACT_ID_ITEM, text("Z-999"));
    task_set(&fixture->task, FACT_ID_RECEIVED_AT, value_number(minute("2025-12-31T22:00")));
    task_set(&fixture->task, FACT_ID_DUE_AT, (struct value){.state = VALUE_NONE});
    decision->verdict = VERDICT_ADMIT;
    decision->provisional = true;
    decision->papers_due = minute("2026-07-08T17:30");
    decision->as_of = day("2026-07-03");
    decision->match =
        (struct found_item){.how = HOW_NONE, .item = -1, .text_item = -1, .claim_unknown = true, .alternative_count = 1};
    decision->match.alternatives[0].item = 1;
    decision->match.alternatives[0].score = 310000;
    for (int side = 0; side < BALANCE_COUNT; side++) decision->balance[side].known = true;
    decision->balance[BALANCE_FUNDS] = (struct balance_row){.needed = 100000, .given = 100000, .known = true};
    decision->balance[BALANCE_TIME] =
        (struct balance_row){.needed = BALANCE_UNKNOWN, .given = BALANCE_UNKNOWN, .short_of = BALANCE_UNKNOWN};
    for (int kind = 0; kind < ANSWER_COUNT; kind++)
        decision->answers[kind] = (struct answer){.open = kind == ANSWER_ACCEPT, .reason = CLOSED_ISSUER_BINDS};
    decision->applied_rules = 87;
}
