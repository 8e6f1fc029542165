/* audit_tables.c - see audit_tables.h. */
#include <say/audit/audit_tables.h>

#include <say/audit/audit_words.h>
#include <say/decision/balance_words.h>

enum { NARROW = 10, MIDDLE = 18, WIDE = 46, SHOWN_TASKS = 200 };

struct audit_book {
    struct tables *tables;
    const struct audit_report *report;
    quanze_language language;
    struct buf line; /* the text being made */
    bool failed;
};

struct head {
    enum message_id name;
    double width;
};

struct str audit_table_name(enum audit_table table) {
    static const struct str NAMES[AUDIT_TABLE_COUNT] = {STR_INIT("about"),     STR_INIT("indicators"),  STR_INIT("departments"),
                                                        STR_INIT("townships"), STR_INIT("cells"),       STR_INIT("tasks"),
                                                        STR_INIT("copies"),    STR_INIT("repeats"),     STR_INIT("radar"),
                                                        STR_INIT("findings"),  STR_INIT("corrections"), STR_INIT("complaints")};
    return NAMES[table];
}

static struct str word(const struct audit_book *book, enum message_id id) { return messages_text(id, book->language); }

/* Begins a table; `heads` ends with MESSAGE_NOTHING. */
static void begin(struct audit_book *book, enum audit_table table, enum message_id title, const struct head *heads) {
    tables_begin(book->tables, audit_table_name(table), word(book, title).at);
    for (size_t i = 0; heads[i].name != MESSAGE_NOTHING; i++)
        tables_head(book->tables, word(book, heads[i].name), heads[i].width);
}

static void put(struct audit_book *book, struct str text) { tables_text(book->tables, text); }

/* The text being made as the next cell. */
static void put_line(struct audit_book *book) {
    book->failed |= book->line.failed;
    put(book, buf_str(&book->line));
    buf_clear(&book->line);
}

static void put_count(struct audit_book *book, size_t count) { tables_number(book->tables, (int64_t)count, 0); }

static void put_day(struct audit_book *book, int32_t day) {
    if (day != DAY_NONE) say_day(&book->line, day);
    put_line(book);
}

/* A share in percent with one decimal, anything else as it is. */
static void put_number(struct audit_book *book, struct audit_number number, struct str unit) {
    if (!number.known)
        put(book, word(book, MESSAGE_UNKNOWN));
    else if (unit.length == 0)
        tables_number(book->tables, audit_thousandths(number), 1);
    else
        tables_number(book->tables, number.number, number.digits);
}

static struct str unit_word(const struct audit_book *book, struct str unit) {
    return unit.length == 0 ? STR("%") : messages_unit(unit, book->language);
}

/* Numbers of the sheet of tasks, and how many more there are. */
static void put_tasks(struct audit_book *book, struct audit_tasks tasks) {
    for (size_t i = 0; i < tasks.count && i < SHOWN_TASKS; i++) {
        if (i > 0) buf_put(&book->line, word(book, MESSAGE_LIST_COMMA));
        buf_put_int(&book->line, (int64_t)tasks.at[i] + 1);
    }
    if (tasks.count > SHOWN_TASKS) {
        struct buf count = {0};
        audit_put_digits(&count, (int64_t)tasks.count, 0);
        MESSAGES_FILL(&book->line, MESSAGE_AUDIT_AND_MORE, book->language, buf_str(&count));
        book->failed |= count.failed;
        buf_free(&count);
    }
    put_line(book);
}

static void put_about(struct audit_book *book, enum message_id label) {
    tables_row(book->tables);
    put(book, word(book, label));
}

static void write_about(struct audit_book *book) {
    static const struct head HEADS[] = {{MESSAGE_AUDIT_WHAT, MIDDLE}, {MESSAGE_AUDIT_SAYS, 80}, {MESSAGE_NOTHING, 0}};
    const struct audit_report *report = book->report;
    const struct {
        enum message_id label;
        struct str value;
    } VERSIONS[] = {{MESSAGE_AUDIT_VERSION_ENGINE, report->versions.engine},
                    {MESSAGE_AUDIT_VERSION_LIST, report->versions.list},
                    {MESSAGE_AUDIT_VERSION_RULES, report->versions.rules},
                    {MESSAGE_AUDIT_VERSION_CALENDAR, report->versions.calendar}};
    begin(book, AUDIT_TABLE_ABOUT, MESSAGE_AUDIT_SHEET_ABOUT, HEADS);
    put_about(book, MESSAGE_AUDIT_PERIOD);
    audit_put_period(&book->line, &report->period, book->language);
    put_line(book);
    if (report->only_township.length > 0 || report->only_department.length > 0) {
        put_about(book, MESSAGE_AUDIT_SCOPE);
        audit_put_only(&book->line, report, book->language);
        put_line(book);
    }
    put_about(book, MESSAGE_AUDIT_TASKS);
    put_count(book, report->coverage.tasks);
    put_about(book, MESSAGE_AUDIT_SCREENED);
    put_count(book, report->coverage.decided);
    for (size_t i = 0; i < report->coverage.remark_count; i++) {
        put_about(book, MESSAGE_AUDIT_COVERAGE);
        audit_put_remark(&book->line, &report->coverage.remarks[i], book->language);
        put_line(book);
    }
    for (size_t i = 0; i < sizeof VERSIONS / sizeof *VERSIONS; i++) {
        if (VERSIONS[i].value.length == 0) continue;
        put_about(book, VERSIONS[i].label);
        put(book, VERSIONS[i].value);
    }
    tables_end(book->tables);
}

static struct str subject_word(const struct audit_book *book, enum subject subject) {
    return word(book, subject == SUBJECT_DEPARTMENT ? MESSAGE_AUDIT_DEPARTMENT
                      : subject == SUBJECT_TOWNSHIP ? MESSAGE_AUDIT_TOWNSHIP
                      : subject == SUBJECT_MATTER   ? MESSAGE_AUDIT_MATTER
                      : subject == SUBJECT_PAPER    ? MESSAGE_AUDIT_PAPERS
                                                    : MESSAGE_AUDIT_COUNTY);
}

static void write_indicators(struct audit_book *book) {
    static const struct head HEADS[] = {{MESSAGE_AUDIT_LEVEL_OF, NARROW},
                                        {MESSAGE_AUDIT_WHO, MIDDLE},
                                        {MESSAGE_AUDIT_INDICATOR, 30},
                                        {MESSAGE_AUDIT_NOW, 14},
                                        {MESSAGE_AUDIT_UNIT, NARROW},
                                        {MESSAGE_AUDIT_PREVIOUS, 14},
                                        {MESSAGE_AUDIT_LAST_YEAR, 14},
                                        {MESSAGE_AUDIT_LIGHT, NARROW},
                                        {MESSAGE_AUDIT_CONFIDENCE, MIDDLE},
                                        {MESSAGE_AUDIT_THRESHOLD, WIDE},
                                        {MESSAGE_AUDIT_TASKS, NARROW},
                                        {MESSAGE_AUDIT_NUMBERS, WIDE},
                                        {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_INDICATORS, MESSAGE_AUDIT_INDICATORS, HEADS);
    for (size_t i = 0; i < book->report->indicator_count; i++) {
        const struct audit_indicator *indicator = &book->report->indicators[i];
        const struct str unit = audit_indicator_info(indicator->id).unit;
        tables_row(book->tables);
        put(book, subject_word(book, indicator->subject));
        put(book, audit_party_name(book->report, indicator->subject, indicator->party, book->language));
        put(book, audit_indicator_name(indicator, book->language));
        put_number(book, audit_shown(indicator), unit);
        put(book, unit_word(book, unit));
        put_number(book, indicator->previous, unit);
        put_number(book, indicator->last_year, unit);
        put(book, audit_indicator_light(indicator, book->language));
        audit_put_confidence(&book->line, indicator, book->language);
        put_line(book);
        audit_put_threshold(&book->line, indicator, book->language);
        put_line(book);
        put_count(book, indicator->tasks.count);
        put_tasks(book, indicator->tasks);
    }
    tables_end(book->tables);
}

static void put_party(struct audit_book *book, const struct audit_party *party, enum subject subject, int index) {
    static const enum audit_indicator_id SHOWN[] = {AUDIT_GAP_SHARE,       AUDIT_FUNDS_GAP,          AUDIT_STAFF_GAP,
                                                    AUDIT_DUPLICATE_SHARE, AUDIT_SHORT_NOTICE_SHARE, AUDIT_GUIDANCE_RATIO};
    tables_row(book->tables);
    put(book, party->name);
    put_count(book, party->tasks.count);
    for (enum verdict verdict = VERDICT_ADMIT; verdict <= VERDICT_REJECT; verdict++) put_count(book, party->verdicts[verdict]);
    put_count(book, party->undecided);
    for (size_t i = 0; i < sizeof SHOWN / sizeof *SHOWN; i++) {
        const struct audit_indicator *indicator = audit_indicator_of(book->report, SHOWN[i], subject, index);
        if (indicator)
            put_number(book, audit_shown(indicator), audit_indicator_info(SHOWN[i]).unit);
        else
            put(book, STR(""));
    }
    put_count(book, party->lights[LIGHT_RED]);
    put_count(book, party->lights[LIGHT_YELLOW]);
}

static void write_parties(struct audit_book *book, enum subject subject, const struct audit_party *parties, size_t count) {
    const bool is_department = subject == SUBJECT_DEPARTMENT;
    const enum message_id name = is_department ? MESSAGE_AUDIT_DEPARTMENT : MESSAGE_AUDIT_TOWNSHIP;
    const struct head heads[] = {{name, 24},
                                 {MESSAGE_AUDIT_TASKS, NARROW},
                                 {MESSAGE_VERDICT_ADMIT, NARROW},
                                 {MESSAGE_VERDICT_CONDITIONAL, NARROW},
                                 {MESSAGE_VERDICT_HOLD, NARROW},
                                 {MESSAGE_VERDICT_REJECT, NARROW},
                                 {MESSAGE_AUDIT_UNDECIDED, NARROW},
                                 {MESSAGE_AUDIT_GAP_PERCENT, NARROW},
                                 {MESSAGE_AUDIT_FUNDS_YUAN, 14},
                                 {MESSAGE_AUDIT_STAFF_GAP, NARROW},
                                 {MESSAGE_AUDIT_DUPLICATE_PERCENT, NARROW},
                                 {MESSAGE_AUDIT_NOTICE_PERCENT, NARROW},
                                 {MESSAGE_AUDIT_GUIDED_PERCENT, NARROW},
                                 {MESSAGE_LIGHT_RED, NARROW},
                                 {MESSAGE_LIGHT_YELLOW, NARROW},
                                 {MESSAGE_NOTHING, 0}};
    begin(book, is_department ? AUDIT_TABLE_DEPARTMENTS : AUDIT_TABLE_TOWNSHIPS, name, heads);
    for (size_t i = 0; i < count; i++) put_party(book, &parties[i], subject, (int)i);
    tables_end(book->tables);
}

static void write_cells(struct audit_book *book) {
    static const struct head HEADS[] = {
        {MESSAGE_AUDIT_DEPARTMENT, 24},   {MESSAGE_AUDIT_TOWNSHIP, MIDDLE},  {MESSAGE_AUDIT_TASKS, NARROW},
        {MESSAGE_AUDIT_PREVIOUS, NARROW}, {MESSAGE_AUDIT_NOT_MET, NARROW},   {MESSAGE_AUDIT_GAP_TASKS, NARROW},
        {MESSAGE_AUDIT_FUNDS_YUAN, 14},   {MESSAGE_AUDIT_STAFF_GAP, NARROW}, {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_CELLS, MESSAGE_AUDIT_SHEET_CELLS, HEADS);
    for (size_t i = 0; i < book->report->cell_count; i++) {
        const struct audit_cell *cell = &book->report->cells[i];
        tables_row(book->tables);
        put(book, audit_department_name(book->report, cell->department, book->language));
        put(book, cell->township >= 0 ? book->report->townships[cell->township].name : word(book, MESSAGE_NOT_STATED));
        put_count(book, cell->tasks);
        put_count(book, cell->previous);
        put_count(book, cell->failing);
        put_count(book, cell->gap_tasks);
        tables_number(book->tables, cell->funds_gap_fen, 2);
        tables_number(book->tables, cell->staff_gap, 0);
    }
    tables_end(book->tables);
}

static void put_rules(struct audit_book *book, const struct audit_task *task) {
    for (size_t i = 0; i < task->rule_count; i++) {
        const int rule = rulebook_find_on(book->report->book, task->rules[i], task->day);
        if (!audit_rule_counts(book->report, task->rules[i])) continue;
        if (book->line.length > 0) buf_put_char(&book->line, '\n');
        buf_put(&book->line, task->rules[i]);
        buf_put_char(&book->line, ' ');
        if (rule >= 0) buf_put(&book->line, bilingual_text(&book->report->book->rules[rule].title, book->language));
    }
    put_line(book);
}

/* Of which conditions a bit is set: "经费、人员". */
static void put_conditions(struct audit_book *book, unsigned bits) {
    for (enum balance_side side = BALANCE_POWER; side < BALANCE_COUNT; side++) {
        if ((bits >> side & 1) == 0) continue;
        if (book->line.length > 0) buf_put(&book->line, word(book, MESSAGE_LIST_COMMA));
        buf_put(&book->line, balance_label(side, book->language));
    }
    put_line(book);
}

static void put_task(struct audit_book *book, size_t index) {
    const struct audit_task *task = &book->report->tasks[index];
    tables_row(book->tables);
    put_count(book, index + 1);
    put_day(book, task->day);
    put(book, audit_department_name(book->report, task->department, book->language));
    put(book, task->title);
    put(book, task->id);
    for (size_t i = 0; i < task->township_count; i++) {
        if (i > 0) buf_put(&book->line, word(book, MESSAGE_LIST_COMMA));
        buf_put(&book->line, book->report->townships[task->townships[i]].name);
    }
    put_line(book);
    put(book, task->decided ? say_verdict(task->verdict, book->language) : word(book, MESSAGE_AUDIT_UNDECIDED));
    put_rules(book, task);
    if (!task->decided) return;
    put_conditions(book, task->lacks);
    put_conditions(book, task->untold);
    tables_number(book->tables, task->funds_gap_fen, 2);
    tables_number(book->tables, task->staff_gap, 0);
}

static void write_tasks(struct audit_book *book) {
    static const struct head HEADS[] = {{MESSAGE_AUDIT_NUMBER, 7},
                                        {MESSAGE_AUDIT_DAY, 12},
                                        {MESSAGE_AUDIT_DEPARTMENT, 22},
                                        {MESSAGE_AUDIT_TITLE_OF, WIDE},
                                        {MESSAGE_AUDIT_ID, MIDDLE},
                                        {MESSAGE_AUDIT_REACHED, 30},
                                        {MESSAGE_AUDIT_VERDICT, 12},
                                        {MESSAGE_AUDIT_NOT_MET, 34},
                                        {MESSAGE_AUDIT_SHORT, 20},
                                        {MESSAGE_AUDIT_UNTOLD, 20},
                                        {MESSAGE_AUDIT_FUNDS_YUAN, 14},
                                        {MESSAGE_AUDIT_STAFF_GAP, NARROW},
                                        {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_TASKS, MESSAGE_AUDIT_ALL_TASKS, HEADS);
    for (size_t i = 0; i < book->report->task_count; i++) put_task(book, i);
    tables_end(book->tables);
}

static void put_departments(struct audit_book *book, const int *departments, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_put(&book->line, word(book, MESSAGE_LIST_COMMA));
        buf_put(&book->line, audit_department_name(book->report, departments[i], book->language));
    }
    put_line(book);
}

static void put_relief(struct audit_book *book, const struct audit_relief *relief) {
    if (!relief->has) return;
    put(book, audit_department_name(book->report, relief->lead, book->language));
    put(book, relief->title);
    tables_number(book->tables, relief->papers_saved, 0);
    tables_number(book->tables, relief->forms_saved, 0);
    put_number(book, relief->person_days_saved, STR("person_day"));
}

static void write_groups(struct audit_book *book) {
    static const struct head HEADS[] = {{MESSAGE_AUDIT_KIND, MIDDLE},
                                        {MESSAGE_AUDIT_ALIKE_PERCENT, NARROW},
                                        {MESSAGE_AUDIT_DEPARTMENT, 30},
                                        {MESSAGE_AUDIT_PAPERS, NARROW},
                                        {MESSAGE_AUDIT_NUMBERS, 24},
                                        {MESSAGE_AUDIT_LEAD_OF, 22},
                                        {MESSAGE_AUDIT_RELIEF, WIDE},
                                        {MESSAGE_AUDIT_PAPERS_SAVED, NARROW},
                                        {MESSAGE_AUDIT_FORMS_SAVED, NARROW},
                                        {MESSAGE_AUDIT_DAYS_SAVED, NARROW},
                                        {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_COPIES, MESSAGE_AUDIT_SHEET_GROUPS, HEADS);
    for (size_t i = 0; i < book->report->group_count; i++) {
        const struct audit_group *group = &book->report->groups[i];
        tables_row(book->tables);
        put(book, audit_group_word(group->kind, book->language));
        put_number(book, (struct audit_number){true, group->similarity, 6}, STR(""));
        put_departments(book, group->departments, group->department_count);
        put_count(book, group->tasks.count);
        put_tasks(book, group->tasks);
        put_relief(book, &group->relief);
    }
    tables_end(book->tables);
}

static void write_alerts(struct audit_book *book) {
    static const struct head HEADS[] = {
        {MESSAGE_AUDIT_KIND, 30},       {MESSAGE_AUDIT_DEPARTMENT, 22}, {MESSAGE_AUDIT_STEP, NARROW},  {MESSAGE_AUDIT_DAY, 12},
        {MESSAGE_AUDIT_TITLE_OF, WIDE}, {MESSAGE_AUDIT_ID, MIDDLE},     {MESSAGE_AUDIT_STATE, MIDDLE}, {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_RADAR, MESSAGE_AUDIT_RADAR, HEADS);
    for (size_t i = 0; i < book->report->alert_count; i++) {
        const struct audit_alert *alert = &book->report->alerts[i];
        for (size_t k = 0; k < alert->link_count; k++) {
            const struct audit_link *link = &alert->chain[k];
            tables_row(book->tables);
            put(book, audit_alert_word(alert->kind, book->language));
            put(book, audit_department_name(book->report, link->department, book->language));
            put_count(book, k + 1);
            put_day(book, link->day);
            put(book, link->title);
            put(book, link->id);
            put(book, say_state(link->state, book->language));
        }
    }
    tables_end(book->tables);
}

static void write_findings(struct audit_book *book) {
    static const struct head HEADS[] = {
        {MESSAGE_AUDIT_RULE, 14},  {MESSAGE_AUDIT_LEVEL, NARROW}, {MESSAGE_AUDIT_LEVEL_OF, 12},  {MESSAGE_AUDIT_WHO, 24},
        {MESSAGE_AUDIT_FOUND, 60}, {MESSAGE_AUDIT_TASKS, NARROW}, {MESSAGE_AUDIT_NUMBERS, WIDE}, {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_FINDINGS, MESSAGE_AUDIT_FINDINGS, HEADS);
    for (size_t i = 0; i < book->report->finding_count; i++) {
        const struct audit_finding *finding = &book->report->findings[i];
        tables_row(book->tables);
        put(book, finding->rule->id);
        put(book, finding->status == STATUS_UNKNOWN ? word(book, MESSAGE_MARK_UNKNOWN)
                                                    : say_level(finding->rule->level, book->language));
        put(book, subject_word(book, finding->subject));
        put(book, audit_party_name(book->report, finding->subject, finding->party, book->language));
        audit_put_finding(&book->line, finding, book->language);
        put_line(book);
        put_count(book, finding->tasks.count);
        put_tasks(book, finding->tasks);
    }
    tables_end(book->tables);
}

static void write_repeats(struct audit_book *book) {
    static const struct head HEADS[] = {
        {MESSAGE_AUDIT_KIND, 22},   {MESSAGE_AUDIT_DEPARTMENT, 22}, {MESSAGE_AUDIT_WHAT, WIDE},  {MESSAGE_AUDIT_TIMES, NARROW},
        {MESSAGE_AUDIT_FIELDS, 40}, {MESSAGE_AUDIT_HELD_BY, 30},    {MESSAGE_AUDIT_NUMBERS, 24}, {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_REPEATS, MESSAGE_AUDIT_REPEATS, HEADS);
    for (size_t i = 0; i < book->report->repeat_count; i++) {
        const struct audit_repeat *repeat = &book->report->repeats[i];
        tables_row(book->tables);
        put(book, audit_repeat_word(repeat->kind, book->language));
        put(book, audit_department_name(book->report, repeat->department, book->language));
        put(book, repeat->what);
        put_count(book, repeat->count);
        say_texts(&book->line, repeat->fields, book->language);
        put_line(book);
        say_texts(&book->line, repeat->held_by, book->language);
        put_line(book);
        put_tasks(book, repeat->tasks);
    }
    tables_end(book->tables);
}

static void write_corrections(struct audit_book *book) {
    static const struct head HEADS[] = {
        {MESSAGE_AUDIT_ID, MIDDLE},    {MESSAGE_AUDIT_DEPARTMENT, 22}, {MESSAGE_AUDIT_WHAT, WIDE}, {MESSAGE_AUDIT_RULE, 14},
        {MESSAGE_AUDIT_STATE, MIDDLE}, {MESSAGE_AUDIT_OPENED, 12},     {MESSAGE_AUDIT_DUE, 12},    {MESSAGE_AUDIT_DONE, 12},
        {MESSAGE_AUDIT_AGAIN, NARROW}, {MESSAGE_AUDIT_NUMBERS, 24},    {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_CORRECTIONS, MESSAGE_AUDIT_CORRECTIONS, HEADS);
    for (size_t i = 0; i < book->report->correction_count; i++) {
        const struct audit_correction *one = &book->report->corrections[i];
        tables_row(book->tables);
        put(book, one->id);
        put(book, one->department);
        put(book, one->words);
        put(book, one->rule);
        put(book, audit_correction_word(one->state, book->language));
        put_day(book, one->opened_on);
        put_day(book, one->due_on);
        put_day(book, one->done_on);
        put_count(book, one->tasks.count);
        put_tasks(book, one->tasks);
    }
    tables_end(book->tables);
}

static void write_complaints(struct audit_book *book) {
    static const struct head HEADS[] = {{MESSAGE_AUDIT_DEPARTMENT, 24},
                                        {MESSAGE_AUDIT_RECEIVED, NARROW},
                                        {MESSAGE_AUDIT_ANSWERED, NARROW},
                                        {MESSAGE_NOTHING, 0}};
    begin(book, AUDIT_TABLE_COMPLAINTS, MESSAGE_AUDIT_COMPLAINTS, HEADS);
    for (size_t i = 0; i < book->report->complaint_count; i++) {
        const struct audit_complaints *one = &book->report->complaints[i];
        tables_row(book->tables);
        put(book, one->department.length > 0 ? one->department : word(book, MESSAGE_NOT_STATED));
        put_count(book, one->received);
        put_count(book, one->answered);
    }
    tables_end(book->tables);
}

bool audit_tables_write(struct tables *tables, const struct audit_report *report, quanze_language language) {
    struct audit_book book = {.tables = tables, .report = report, .language = language};
    write_about(&book);
    write_indicators(&book);
    write_parties(&book, SUBJECT_DEPARTMENT, report->departments, report->department_count);
    write_parties(&book, SUBJECT_TOWNSHIP, report->townships, report->township_count);
    write_cells(&book);
    write_tasks(&book);
    write_groups(&book);
    write_repeats(&book);
    write_alerts(&book);
    write_findings(&book);
    write_corrections(&book);
    write_complaints(&book);
    const bool is_written = !book.failed && !book.line.failed;
    buf_free(&book.line);
    return is_written;
}
