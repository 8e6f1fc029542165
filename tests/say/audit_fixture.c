#include <say/audit_fixture.h>

#define TEXT(literal)                                                                                                          \
    { literal, sizeof(literal) - 1 }

enum { TASKS = 60, DEPARTMENTS = 4, TOWNSHIPS = 6, CELLS = DEPARTMENTS * TOWNSHIPS, INDICATORS = 256 };

static struct cite CITES[] = {{TEXT("整治形式主义为基层减负若干规定"), TEXT("第三条"), 'V'},
                              {TEXT("某县减负监测办法"), TEXT("第九条"), 'S'}};
static struct rule_parameter LIMITS[] = {
    {.name = TEXT("gap_share_green"), .unit = TEXT("ratio"), .source = TEXT("试行标准"), .value = 0.05},
    {.name = TEXT("gap_share_yellow"), .unit = TEXT("ratio"), .source = TEXT("试行标准"), .value = 0.15}};
static struct message GROWS = {
    .key = TEXT("grows"), .text = {TEXT("有缺口的任务占 {share:percent}"), TEXT("{share:percent} of the tasks are short")}};

static struct rule RULES[] = {{.id = TEXT("RES-001"),
                               .family = FAMILY_RESOURCE,
                               .level = LEVEL_HOLD,
                               .stage = STAGE_SCREEN,
                               .title = {TEXT("未同步经费"), TEXT("No funds came with it")},
                               .why = {TEXT("费随事转，责任下去了经费要跟下去。"), TEXT("Money follows.")},
                               .basis = {CITES, 2},
                               .validity = {DAY_NONE, DAY_NONE},
                               .edition = {DAY_NONE, DAY_NONE},
                               .ground = -1},
                              {.id = TEXT("SCORE-004"),
                               .family = FAMILY_SCOREBOARD,
                               .level = LEVEL_BLOCK,
                               .stage = STAGE_AUDIT,
                               .subject = SUBJECT_DEPARTMENT,
                               .title = {TEXT("缺口过多"), TEXT("Too many gaps")},
                               .why = {TEXT("责任和条件要一起下去。"), TEXT("Duty and means go together.")},
                               .validity = {DAY_NONE, DAY_NONE},
                               .edition = {DAY_NONE, DAY_NONE},
                               .parameters = LIMITS,
                               .parameter_count = 2,
                               .ground = -1},
                              {.id = TEXT("TIME-001"),
                               .family = FAMILY_TIME,
                               .level = LEVEL_BLOCK,
                               .stage = STAGE_SCREEN,
                               .title = {TEXT("报送时限过短"), TEXT("Too little time to answer")},
                               .why = {TEXT("从通知到报送，乡镇至少要有两个工作日。"), TEXT("Two working days.")},
                               .basis = {CITES, 1},
                               .validity = {DAY_NONE, DAY_NONE},
                               .edition = {DAY_NONE, DAY_NONE},
                               .ground = -1}};

static const struct str DEPARTMENT_NAMES[DEPARTMENTS] = {TEXT("县农业农村局"), TEXT("县消防救援大队"), TEXT("县市场监管局"),
                                                         TEXT("县 <文旅> & 广电局")},
                        TOWNSHIP_NAMES[TOWNSHIPS] = {TEXT("木塘垸镇"), TEXT("青石桥乡"), TEXT("白沙洲街道"),
                                                     TEXT("柳林镇"),   TEXT("桃花坪乡"), TEXT("双江口镇")};
static struct township LIST_TOWNSHIPS[TOWNSHIPS];
static struct department LIST_DEPARTMENTS[DEPARTMENTS];
static struct list LIST;
static struct rulebook BOOK;

static struct audit_report REPORT;
static struct audit_party DEPARTMENT_PARTIES[DEPARTMENTS], TOWNSHIP_PARTIES[TOWNSHIPS];
static struct audit_measures MEASURES;
static struct audit_task TASK[TASKS];
static int REACHED[TASKS][TOWNSHIPS];
static uint32_t ALL[TASKS], OF_DEPARTMENT[DEPARTMENTS][TASKS], OF_TOWNSHIP[TOWNSHIPS][TASKS], FUNDS[TASKS];
static struct audit_indicator INDICATOR[INDICATORS];
static struct task MONTHS[AUDIT_TREND_MONTHS];

static int32_t day(const char *date) {
    int32_t out = 0;
    return day_parse(str_of(date), &out) ? out : 0;
}

static void make_list(void) {
    for (size_t i = 0; i < TOWNSHIPS; i++) LIST_TOWNSHIPS[i] = (struct township){.name = TOWNSHIP_NAMES[i], .staff = 60};
    for (size_t i = 0; i < DEPARTMENTS; i++)
        LIST_DEPARTMENTS[i] = (struct department){.id = DEPARTMENT_NAMES[i], .name = DEPARTMENT_NAMES[i]};
    LIST = (struct list){.id = TEXT("demo"),
                         .title = TEXT("示例县履职事项清单"),
                         .county = TEXT("示例县"),
                         .townships = LIST_TOWNSHIPS,
                         .township_count = TOWNSHIPS,
                         .departments = LIST_DEPARTMENTS,
                         .department_count = DEPARTMENTS};
    BOOK = (struct rulebook){.rules = RULES, .count = sizeof RULES / sizeof *RULES, .known_at = DAY_NONE};
}

static unsigned lacks_of(size_t i, bool decided, bool is_short) {
    const unsigned power = i % 13 == 0, funds = is_short, staff = i % 10 == 0;
    return decided ? power << BALANCE_POWER | funds << BALANCE_FUNDS | staff << BALANCE_STAFF : 0;
}

/* Every third task is short of money, every fifth came too late, every seventh was never screened. */
static void make_task(size_t i) {
    static const struct str TITLES[] = {TEXT("关于报送秋粮收购台账的通知"), TEXT("关于开展冬春消防检查的通知"),
                                        TEXT("关于报送双江口镇市场主体培育情况的通知"), TEXT("关于文旅示范创建的函")},
                            FAILED[] = {TEXT("RES-001"), TEXT("TIME-001")},
                            IDS[] = {TEXT("2026-a"), TEXT("2026-b"), TEXT("2026-c"), TEXT("2026-d")};
    const bool is_short = i % 3 == 0, is_late = i % 5 == 0, decided = i % 7 != 3;
    struct audit_task *task = &TASK[i];
    *task = (struct audit_task){.id = IDS[i % 4],
                                .title = TITLES[i % 4],
                                .day = day("2026-10-09") + (int32_t)(i / 3),
                                .department = (int)(i * i % 7 % DEPARTMENTS),
                                .townships = REACHED[i],
                                .kind = -1,
                                .item = -1,
                                .decided = decided,
                                .verdict = is_late    ? VERDICT_REJECT
                                           : is_short ? VERDICT_HOLD
                                                      : VERDICT_ADMIT,
                                .rules = is_short ? FAILED : FAILED + 1,
                                .rule_count = decided ? (size_t)is_short + is_late : 0,
                                .funds_gap_fen = decided && is_short ? 24000 + (int64_t)i * 100 : 0,
                                .staff_gap = decided && i % 10 == 0 ? 2 : 0,
                                .lacks = lacks_of(i, decided, is_short),
                                .untold = (unsigned)(i % 2) << BALANCE_GUIDANCE | (unsigned)(i % 9 == 4) << BALANCE_POWER};
    for (size_t t = 0; t < TOWNSHIPS; t++)
        if (i % 4 == 0 || (i + t) % 3 == 0) REACHED[i][task->township_count++] = (int)t;
}

static void hand_out(struct audit_party *party, enum subject subject, struct str name, uint32_t *tasks, size_t count) {
    *party = (struct audit_party){.subject = subject, .name = name, .measures = &MEASURES, .tasks = {tasks, count}};
    party->lights[LIGHT_RED] = 1;
    party->lights[LIGHT_YELLOW] = 2;
    for (size_t i = 0; i < count; i++) {
        const struct audit_task *task = &TASK[tasks[i]];
        if (task->decided)
            party->verdicts[task->verdict]++;
        else
            party->undecided++;
    }
}

static void make_parties(void) {
    size_t counts[DEPARTMENTS] = {0}, reached[TOWNSHIPS] = {0};
    for (size_t i = 0; i < TASKS; i++) {
        const size_t department = (size_t)TASK[i].department;
        ALL[i] = (uint32_t)i;
        OF_DEPARTMENT[department][counts[department]++] = (uint32_t)i;
        for (size_t t = 0; t < TASK[i].township_count; t++) {
            const size_t township = (size_t)TASK[i].townships[t];
            OF_TOWNSHIP[township][reached[township]++] = (uint32_t)i;
        }
    }
    for (size_t i = 0; i < DEPARTMENTS; i++)
        hand_out(&DEPARTMENT_PARTIES[i], SUBJECT_DEPARTMENT, DEPARTMENT_NAMES[i], OF_DEPARTMENT[i], counts[i]);
    for (size_t i = 0; i < TOWNSHIPS; i++)
        hand_out(&TOWNSHIP_PARTIES[i], SUBJECT_TOWNSHIP, TOWNSHIP_NAMES[i], OF_TOWNSHIP[i], reached[i]);
    TOWNSHIP_PARTIES[0].monitor_point = true;
    hand_out(&REPORT.county, SUBJECT_COUNTY, LIST.county, ALL, TASKS);
}

static void give_rules(struct audit_party *party) {
    static struct audit_rule_count COUNTS[2];
    COUNTS[0] = (struct audit_rule_count){TEXT("RES-001"), 2, 5, {ALL, 2}};
    COUNTS[1] = (struct audit_rule_count){TEXT("TIME-001"), 1, 0, {ALL, 1}};
    party->rules = COUNTS;
    party->rule_count = 2;
}

/* The county's and every party's share, money and people. */
static void make_indicators(void) {
    size_t funds = 0;
    for (size_t i = 0; i < TASKS; i++)
        if (TASK[i].funds_gap_fen > 0) FUNDS[funds++] = (uint32_t)i;
    REPORT.indicators = INDICATOR;
    REPORT.indicator_count = 0;
    for (int party = -1; party < DEPARTMENTS + TOWNSHIPS; party++) {
        const enum subject subject = party < 0 ? SUBJECT_COUNTY : party < DEPARTMENTS ? SUBJECT_DEPARTMENT : SUBJECT_TOWNSHIP;
        const int index = party < DEPARTMENTS ? party : party - DEPARTMENTS;
        struct audit_indicator *at = INDICATOR + REPORT.indicator_count;
        at[0] = (struct audit_indicator){AUDIT_DOCUMENTS, subject,    index, {true, 60, 0},  {true, 48, 0},
                                         {false, 0, 0},   LIGHT_NONE, {0},   AUDIT_MEASURED, 0,
                                         {ALL, TASKS}};
        at[1] = (struct audit_indicator){AUDIT_GAP_SHARE,
                                         subject,
                                         index,
                                         {true, 333333, 6},
                                         {true, 400000, 6},
                                         {true, 100000, 6},
                                         LIGHT_RED,
                                         {&RULES[1], &LIMITS[0], &LIMITS[1], 0.05, 0.15, false, {true, 333333, 6}, -1},
                                         AUDIT_MEASURED,
                                         0,
                                         {FUNDS, funds}};
        at[2] = (struct audit_indicator){AUDIT_FUNDS_GAP, subject,    index, {true, 1234550, 2}, {true, 1000000, 2},
                                         {false, 0, 0},   LIGHT_NONE, {0},   AUDIT_ESTIMATED,    4,
                                         {FUNDS, funds}};
        at[3] = (struct audit_indicator){AUDIT_STAFF_GAP, subject,    index, {true, 12, 0},  {false, 0, 0},
                                         {false, 0, 0},   LIGHT_NONE, {0},   AUDIT_RECALLED, 0,
                                         {ALL, 2}};
        at[4] = (struct audit_indicator){
            AUDIT_SHORT_NOTICE_SHARE, subject, index,   {false, 0, 0}, {false, 0, 0}, {false, 0, 0}, LIGHT_YELLOW, {0},
            AUDIT_MEASURED,           0,       {ALL, 1}};
        REPORT.indicator_count += 5;
    }
}

static void make_alerts(void) {
    static struct audit_link CHAIN[2];
    static struct audit_alert ALERTS[2];
    CHAIN[0] = (struct audit_link){TEXT("2025-9"), TEXT("关于市场主体培育的通知"), 0, 2, -1, TEXT("refused")};
    CHAIN[0].day = day("2026-09-02");
    CHAIN[1] = (struct audit_link){TASK[2].id, TASK[2].title, TASK[2].day, 2, 2, {"", 0}};
    ALERTS[0] = (struct audit_alert){
        .kind = ALERT_RESENT_REWORDED, .department = 2, .similarity = 870000, .chain = CHAIN, .link_count = 2};
    ALERTS[1] = (struct audit_alert){.kind = ALERT_BURDEN_SHIFT,
                                     .department = 1,
                                     .fell = FACT_ID_MONTH_DOCUMENTS,
                                     .rose = FACT_ID_MONTH_INSPECTIONS,
                                     .fell_from = {true, 40, 0},
                                     .fell_to = {true, 28, 0},
                                     .rose_from = {true, 12, 0},
                                     .rose_to = {true, 31, 0}};
    REPORT.alerts = ALERTS;
    REPORT.alert_count = 2;
}

static void make_groups(void) {
    static const int BODIES[] = {0, 1};
    static struct audit_group GROUPS[1];
    static struct audit_repeat REPEATS[1];
    static struct str FIELDS[] = {TEXT("户主姓名"), TEXT("耕地面积")}, HELD[] = {TEXT("县自然资源局")};
    GROUPS[0] = (struct audit_group){
        GROUP_NEAR_TEXT, 930000, {ALL + 4, 5}, BODIES, NULL, 2, 0, {true, 0, TEXT("秋粮收购台账"), 4, 3, {true, 60, 1}}};
    REPEATS[0] = (struct audit_repeat){REPEAT_DATA, 0, TEXT("耕地台账"), 2, {FIELDS, 2}, {HELD, 1}, DAY_NONE, {ALL, 2}};
    REPORT.groups = GROUPS;
    REPORT.group_count = 1;
    REPORT.repeats = REPEATS;
    REPORT.repeat_count = 1;
}

static void make_findings(void) {
    static struct audit_finding FINDINGS[2];
    static struct audit_case CASES[3];
    FINDINGS[0] =
        (struct audit_finding){.rule = &RULES[1],
                               .subject = SUBJECT_DEPARTMENT,
                               .party = 0,
                               .status = STATUS_FAIL,
                               .outcome = {.status = STATUS_FAIL, .message = &GROWS, .value_count = 1, .unknown_fact = -1},
                               .tasks = {FUNDS, 6}};
    FINDINGS[0].outcome.values[0] = (struct rule_value){.name = TEXT("share"), .kind = RULE_VALUE_NUMBER, .number = 0.4};
    FINDINGS[1] = (struct audit_finding){.rule = &RULES[1],
                                         .subject = SUBJECT_TOWNSHIP,
                                         .party = 4,
                                         .status = STATUS_UNKNOWN,
                                         .outcome = {.status = STATUS_UNKNOWN, .unknown_fact = -1}};
    fact_set_add(&FINDINGS[1].missing, FACT_ID_MONTH_GAP_SHARE);
    CASES[0] = (struct audit_case){0, TEXT("RES-001"), -1, -1, {FUNDS, 6}};
    CASES[1] = (struct audit_case){2, {"", 0}, 0, -1, {ALL + 2, 1}};
    CASES[2] = (struct audit_case){0, {"", 0}, -1, 0, {FUNDS, 6}};
    REPORT.findings = FINDINGS;
    REPORT.finding_count = 2;
    REPORT.cases = CASES;
    REPORT.case_count = 3;
}

static void make_rest(void) {
    static struct audit_remark REMARKS[2];
    static struct audit_correction CORRECTIONS[2];
    static struct audit_complaints COMPLAINTS[1];
    REMARKS[0] = (struct audit_remark){REMARK_UNDECIDED, 8, DAY_NONE, {"", 0}, {ALL + 3, 1}};
    REMARKS[1] = (struct audit_remark){REMARK_NO_LAST_YEAR, 0, DAY_NONE, {"", 0}, {NULL, 0}};
    CORRECTIONS[0] = (struct audit_correction){TEXT("Z-1"),
                                               TEXT("县农业农村局"),
                                               TEXT("RES-001"),
                                               TEXT("补拨桃花坪乡、双江口镇秋粮核查经费"),
                                               0,
                                               0,
                                               DAY_NONE,
                                               CORRECTION_DUE,
                                               true,
                                               {FUNDS, 6}};
    CORRECTIONS[1] = (struct audit_correction){
        TEXT("Z-2"), TEXT("县消防救援大队"), {"", 0}, TEXT("停止当日要材料"), 0, DAY_NONE, 0, CORRECTION_DONE, true, {NULL, 0}};
    CORRECTIONS[0].opened_on = CORRECTIONS[1].opened_on = day("2026-09-05");
    CORRECTIONS[0].due_on = day("2026-10-20");
    CORRECTIONS[1].done_on = day("2026-10-11");
    COMPLAINTS[0] = (struct audit_complaints){TEXT("县农业农村局"), 3, 2};
    REPORT.coverage = (struct audit_coverage){TASKS, 52, TASK[0].day, TASK[TASKS - 1].day, REMARKS, 2};
    REPORT.corrections = CORRECTIONS;
    REPORT.correction_count = 2;
    REPORT.complaints = COMPLAINTS;
    REPORT.complaint_count = 1;
    REPORT.versions = (struct audit_versions){TEXT("0.1.0"), TEXT("sha256:aa"), TEXT("sha256:bb"), {"", 0}, NULL, 0};
}

static void make_trend(void) {
    for (int i = 0; i < AUDIT_TREND_MONTHS; i++) {
        const int month = 9 + i;
        MONTHS[i].known = (struct fact_set){{0}};
        task_set(&MONTHS[i], FACT_ID_MONTH_TASKS, value_number(40 + i * 7 % 30));
        task_set(&MONTHS[i], FACT_ID_MONTH_MEETINGS, value_number(i * 3));
        REPORT.trend[i] =
            (struct audit_month){day_from_civil((struct civil){2025 + month / 12, month % 12 + 1, 1}), i != 5, &MONTHS[i]};
    }
}

static void start(void) {
    make_list();
    REPORT = (struct audit_report){.list = &LIST, .book = &BOOK};
    REPORT.period = (struct audit_period){
        .from = day("2026-10-01"), .to = day("2026-10-31"), .is_month = true, .workdays_known = true, .workdays = 17};
    MEASURES.facts.known = (struct fact_set){{0}};
}

struct audit_report *audit_fixture_empty(void) {
    start();
    REPORT.county = (struct audit_party){.subject = SUBJECT_COUNTY, .name = LIST.county, .measures = &MEASURES};
    return &REPORT;
}

struct audit_report *audit_fixture(void) {
    start();
    task_set(&MEASURES.facts, FACT_ID_MONTH_TASKS_PREVIOUS, value_number(48));
    for (size_t i = 0; i < TASKS; i++) make_task(i);
    REPORT.tasks = TASK;
    REPORT.task_count = TASKS;
    make_parties();
    give_rules(&DEPARTMENT_PARTIES[0]);
    give_rules(&REPORT.county);
    REPORT.departments = DEPARTMENT_PARTIES;
    REPORT.department_count = DEPARTMENTS;
    REPORT.townships = TOWNSHIP_PARTIES;
    REPORT.township_count = TOWNSHIPS;
    make_indicators();
    make_alerts();
    make_groups();
    make_findings();
    make_rest();
    make_trend();
    return &REPORT;
}
