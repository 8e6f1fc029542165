#include "oracle/random.h"

#include <say/say.h>
#include <stdio.h>
#include <stdlib.h>

struct dice {
    uint64_t state;
    const struct list *list;
    const struct rulebook *book;
    struct arena *arena;
};

/* Source: Sebastiano Vigna, "splitmix64". */
static uint64_t roll(struct dice *dice) {
    uint64_t mixed = (dice->state += UINT64_C(0x9E3779B97F4A7C15));
    mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94D049BB133111EB);
    return mixed ^ (mixed >> 31);
}

static size_t below(struct dice *dice, size_t limit) { return (size_t)(roll(dice) % limit); }
static bool chance(struct dice *dice, size_t percent) { return below(dice, 100) < percent; }

#define ONE_OF(dice, array) (array)[below(dice, sizeof(array) / sizeof *(array))]

static void *take(struct dice *dice, size_t count, size_t size) {
    void *block = arena_take_array(dice->arena, count, size);
    if (!block) abort();
    return block;
}

static const char *const WORDS[] = {"木塘垸镇",
                                    "柳溪乡",
                                    "东河街道",
                                    "无此镇",
                                    "消防大队",
                                    "县水利局",
                                    "patrol",
                                    "report",
                                    "处罚",
                                    "penalise",
                                    "执法",
                                    "拆除",
                                    "审批",
                                    "占道经营",
                                    "照片",
                                    "秒回",
                                    "督导",
                                    "安全生产",
                                    "消防安全检查",
                                    "县财政",
                                    "plan",
                                    "ledger",
                                    "photos",
                                    "minutes",
                                    "C-014",
                                    "属地管理",
                                    "某某文件",
                                    "露天焚烧秸秆",
                                    "电话",
                                    "群众满意度",
                                    "镇党委书记",
                                    "身份证号",
                                    "2026-督-003",
                                    "省政府决定〔2023〕5号",
                                    ""};

static struct value a_text(struct dice *dice) { return value_of_text(str_of(ONE_OF(dice, WORDS))); }

static int64_t a_count(struct dice *dice) {
    static const int64_t COUNTS[] = {0, 0, 1, 1, 2, 3, 4, 5, 6, 8, 10, 20, 28, 60, 100, 251, 1000, 7038};
    return ONE_OF(dice, COUNTS);
}

static int32_t civil(int year, int month, int day) {
    return day_from_civil((struct civil){.year = year, .month = month, .day = day});
}

/* Days on which rules begin or powers end come up often, and years without a calendar now and then. */
static int32_t a_day(struct dice *dice) {
    static const struct civil BORDERS[] = {
        {2024, 8, 5},  {2024, 8, 6},  {2025, 6, 30}, {2025, 7, 1},  {2026, 4, 30}, {2026, 5, 1},  {2026, 5, 31}, {2026, 6, 1},
        {2026, 9, 30}, {2026, 10, 1}, {2023, 6, 1},  {2028, 5, 31}, {2019, 3, 1},  {2026, 11, 5}, {2026, 11, 6}, {2026, 11, 8}};
    if (chance(dice, 30)) return day_from_civil(ONE_OF(dice, BORDERS));
    if (chance(dice, 30)) { /* the last day before a rule begins, its first, its last, the first without it */
        const struct validity days = dice->book->rules[below(dice, dice->book->count)].edition;
        const int32_t border = days.to != DAY_NONE && chance(dice, 50) ? days.to + 1 : days.from;
        if (border != DAY_NONE) return border - (int32_t)below(dice, 2);
    }
    if (chance(dice, 5)) return civil(2015, 1, 1) + (int32_t)below(dice, 5000);
    return civil(2026, 4, 20) + (int32_t)below(dice, 230);
}

/* Minutes on the borders of office hours, near a day. */
static int64_t a_minute(struct dice *dice, int32_t day) {
    static const int64_t MINUTES[] = {0, 509, 510, 570, 720, 750, 780, 960, 1049, 1050, 1051, 1260, 1320, 1439};
    day += (int32_t)below(dice, 14) - 3;
    return (int64_t)day * DAY_MINUTES + (chance(dice, 60) ? ONE_OF(dice, MINUTES) : (int64_t)below(dice, 1440));
}

static struct value a_value(struct dice *dice, int32_t day, enum fact_type type, struct choices choices);

static struct value some_values(struct dice *dice, int32_t day, enum fact_type element, struct choices choices) {
    const size_t count = 1 + below(dice, 3);
    struct value *items = take(dice, count, sizeof *items);
    for (size_t i = 0; i < count; i++) do
            items[i] = a_value(dice, day, element, choices);
        while (items[i].state != VALUE_GIVEN || (element == FACT_TEXT && items[i].count == 0));
    return (struct value){.items = items, .count = (uint32_t)count, .state = VALUE_GIVEN};
}

static struct value some_townships(struct dice *dice) {
    const size_t count = chance(dice, 70) ? 1 : 1 + below(dice, dice->list->township_count);
    const size_t first = below(dice, dice->list->township_count);
    struct value *items = take(dice, count, sizeof *items);
    for (size_t i = 0; i < count; i++)
        items[i] = value_of_text(dice->list->townships[(first + i) % dice->list->township_count].name);
    if (chance(dice, 5)) items[0] = value_of_text(STR("无此镇"));
    return (struct value){.items = items, .count = (uint32_t)count, .state = VALUE_GIVEN};
}

/* Powers and matters that the list speaks of. */
static struct value likely_field(struct dice *dice, const struct field_info *field) {
    const struct list *list = dice->list;
    if (str_equal(field->name, STR("power")) && list->power_count > 0)
        return value_number(list->powers[below(dice, list->power_count)].power.power);
    if (str_equal(field->name, STR("matter")) && list->power_count > 0)
        return value_of_text(list->powers[below(dice, list->power_count)].power.matter);
    return a_text(dice);
}

/* A file whose days run backwards is refused. */
static void order_days(const struct fact_info *fact, struct value *row) {
    struct value *from = NULL, *to = NULL;
    for (size_t i = 0; i < fact->field_count; i++) {
        if (str_equal(fact->fields[i].name, STR("valid_from"))) from = &row[i];
        if (str_equal(fact->fields[i].name, STR("valid_to"))) to = &row[i];
    }
    if (!from || !to || from->state != VALUE_GIVEN || to->state != VALUE_GIVEN || from->number <= to->number) return;
    const struct value earlier = *to;
    *to = *from;
    *from = earlier;
}

static struct value some_rows(struct dice *dice, int32_t day, const struct fact_info *fact) {
    const bool are_powers = str_starts_with(fact->name, STR("powers."));
    const size_t rows = 1 + below(dice, 2);
    struct value *items = take(dice, rows * fact->field_count, sizeof *items);
    for (size_t i = 0; i < rows * fact->field_count; i++) {
        const struct field_info *field = &fact->fields[i % fact->field_count];
        if (!chance(dice, 75)) continue;
        const bool likely = are_powers && i % fact->field_count < 2 && chance(dice, 85);
        items[i] = likely ? likely_field(dice, field) : a_value(dice, day, field->type, field->choices);
        if (field->type == FACT_TEXT && items[i].count == 0) items[i] = (struct value){.state = VALUE_NONE};
    }
    for (size_t i = 0; i < rows; i++) order_days(fact, items + i * fact->field_count);
    return (struct value){.items = items, .count = (uint32_t)rows, .state = VALUE_GIVEN};
}

static struct value a_value(struct dice *dice, int32_t day, enum fact_type type, struct choices choices) {
    if (chance(dice, 12)) return (struct value){.state = VALUE_NONE};
    switch (type) {
    case FACT_BOOL: return value_number((int64_t)below(dice, 2));
    case FACT_COUNT: return value_number(a_count(dice));
    case FACT_MONEY: return value_number(a_count(dice) * 12000);
    case FACT_RATIO: return value_number((int64_t)below(dice, 21) * 50000);
    case FACT_HOURS: return value_number((int64_t)below(dice, 20) * 500);
    case FACT_DATE: return value_number(day + (int32_t)below(dice, 60) - 20);
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: return value_number(a_minute(dice, day));
    case FACT_TEXT: return a_text(dice);
    case FACT_CHOICE: return value_number((int64_t)below(dice, choices.count));
    case FACT_DONE: return value_number(chance(dice, 50) ? DAY_NONE : day - (int32_t)below(dice, 30));
    case FACT_TEXTS: return some_values(dice, day, FACT_TEXT, choices);
    case FACT_CHOICES: return some_values(dice, day, FACT_CHOICE, choices);
    case FACT_RECORDS: break;
    }
    return (struct value){.state = VALUE_NONE};
}

static struct value likely_choice(struct dice *dice, const struct fact_info *fact, const char *const *words, size_t count) {
    return value_number(choice_find(fact->choices, str_of(words[below(dice, count)])));
}

/* What comes up in papers comes up more often than chance would have it. */
static struct value likely_value(struct dice *dice, int32_t day, size_t id) {
    static const char *const KINDS[] = {"form",   "patrol",  "enforce",    "penalise", "inspection",
                                        "coerce", "meeting", "assessment", "memo"};
    static const char *const ISSUERS[] = {"county_department", "county_department", "county_government", "coordinating_body"};
    const struct fact_info *fact = fact_at(id);
    if (id == FACT_ID_KIND && chance(dice, 60)) return likely_choice(dice, fact, KINDS, sizeof KINDS / sizeof *KINDS);
    if (id == FACT_ID_ISSUER_KIND && chance(dice, 70))
        return likely_choice(dice, fact, ISSUERS, sizeof ISSUERS / sizeof *ISSUERS);
    if (id == FACT_ID_ISSUER_NAME && chance(dice, 80))
        return value_of_text(dice->list->departments[below(dice, dice->list->department_count)].name);
    if (id == FACT_ID_TOWNSHIPS && chance(dice, 90)) return some_townships(dice);
    if (id == FACT_ID_EMERGENCY_DECLARED && chance(dice, 30)) return value_number(1);
    if (fact->type == FACT_RECORDS) return chance(dice, 15) ? (struct value){.state = VALUE_NONE} : some_rows(dice, day, fact);
    return a_value(dice, day, fact->type, fact->choices);
}

static struct str a_title(struct dice *dice) {
    if (chance(dice, 50)) return dice->list->items[below(dice, dice->list->item_count)].name;
    if (chance(dice, 50) && dice->list->power_count > 0)
        return dice->list->powers[below(dice, dice->list->power_count)].power.matter;
    return STR("关于报送材料的通知");
}

/* A response that runs, or one that ends about that day. */
static void fill_emergency(struct dice *dice, int32_t day, struct task *task) {
    const int64_t ends[] = {-1, 0, 1, DAY_MINUTES - 1, 5 * DAY_MINUTES};
    task_set(task, FACT_ID_EMERGENCY_DECLARED, value_number(1));
    task_set(task, FACT_ID_EMERGENCY_LEVEL, value_number(1 + (int64_t)below(dice, 4)));
    task_set(task, FACT_ID_EMERGENCY_NOTICE, value_of_text(STR("示防指〔2026〕3号")));
    task_set(task, FACT_ID_EMERGENCY_EXPECTED_END, value_number((int64_t)day * DAY_MINUTES + ONE_OF(dice, ends)));
}

/* A paper as they come: some are fine, some odd, some say almost nothing. */
static void fill_task(struct dice *dice, int32_t day, struct task *task) {
    static const size_t MISSING[] = {0, 3, 10, 30, 60, 95}, CLEAN[] = {98, 97, 85, 30};
    const size_t missing = ONE_OF(dice, MISSING), clean = ONE_OF(dice, CLEAN);
    task_clear(task);
    if (chance(dice, 97)) task_set(task, FACT_ID_TITLE, value_of_text(a_title(dice)));
    if (chance(dice, 60)) task_set(task, FACT_ID_COMPLETE, value_number(1));
    if (chance(dice, 10)) task_set(task, FACT_ID_BODY, value_of_text(STR("各乡镇：请按要求办理。")));
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const enum fact_absence absence = fact_at(id)->absence;
        if ((absence != ABSENCE_OPEN && absence != ABSENCE_CLOSED) || chance(dice, missing)) continue;
        if (absence == ABSENCE_CLOSED && chance(dice, clean)) {
            if (chance(dice, 50)) task_set(task, id, (struct value){.state = VALUE_NONE});
            continue;
        }
        task_set(task, id, likely_value(dice, day, id));
    }
    if (chance(dice, 12)) fill_emergency(dice, day, task);
    if (chance(dice, 40)) return;
    /* enough of everything, so that admitted tasks are not rare */
    static const enum fact_id AMOUNTS[] = {FACT_ID_FUNDS_PROVIDED, FACT_ID_STAFF_PROVIDED};
    for (size_t i = 0; i < 2; i++)
        if (task_knows(task, AMOUNTS[i])) task_set(task, AMOUNTS[i], value_number(INT64_C(100000000)));
    if (task_knows(task, FACT_ID_DUE_AT)) task_set(task, FACT_ID_DUE_AT, (struct value){.state = VALUE_NONE});
}

static struct found_item a_match(struct dice *dice) {
    const size_t count = dice->list->item_count;
    const int item = (int)below(dice, count + count / 3 + 1) - 1;
    struct found_item match = {.how = chance(dice, 50) ? HOW_DECLARED : HOW_MATCHED, .item = item < (int)count ? item : -1};
    match.text_item = chance(dice, 60) ? match.item : (int)below(dice, count + 1) - 1;
    match.score = (int32_t)below(dice, 1000001);
    match.text_score = chance(dice, 20) ? match.score + 100000 - (int32_t)below(dice, 2) : (int32_t)below(dice, 1000001);
    match.claim_unknown = chance(dice, 5);
    if (match.item < 0) match.how = HOW_NONE;
    const size_t villages = dice->list->village_item_count;
    if (villages > 0 && chance(dice, 60)) match.village = &dice->list->village_items[below(dice, villages)];
    return match;
}

void random_case_make(const struct list *list, const struct rulebook *book, uint64_t seed, struct arena *arena,
                      struct random_case *out) {
    struct dice dice = {seed * UINT64_C(1000003), list, book, arena};
    out->day = a_day(&dice);
    fill_task(&dice, out->day, &out->task);
    out->match = a_match(&dice);
}

void random_task_make(const struct list *list, const struct rulebook *book, uint64_t seed, struct arena *arena,
                      struct task *out) {
    struct dice dice = {seed * UINT64_C(1000003), list, book, arena};
    char *id = take(&dice, 24, 1);
    fill_task(&dice, a_day(&dice), out);
    (void)snprintf(id, 24, "t%llu", (unsigned long long)seed);
    task_set(out, FACT_ID_ID, value_of_text(str_of(id)));
    if (!task_given(out, FACT_ID_TITLE) || out->value[FACT_ID_TITLE].count == 0)
        task_set(out, FACT_ID_TITLE, value_of_text(STR("关于报送材料的通知")));
    if (chance(&dice, 30)) task_set(out, FACT_ID_ITEM, value_of_text(list->items[below(&dice, list->item_count)].id));
}

/* --- as files --- */

static struct str group_of(struct str name) {
    const char *dot = memchr(name.at, '.', name.length);
    return dot ? (struct str){name.at, (size_t)(dot - name.at)} : (struct str){"", 0};
}

static void put_key(struct buf *out, struct str key) {
    say_json_string(out, key);
    buf_put_text(out, ": ");
}

/* The facts of one group as an object. */
static void put_group(const struct task *task, struct str group, struct buf *out) {
    bool first = true;
    buf_put_char(out, '{');
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const struct str name = fact_at(id)->name;
        if (!task_knows(task, (enum fact_id)id) || !absence_is_stated(fact_at(id)->absence) ||
            !str_equal(group_of(name), group))
            continue;
        if (!first) buf_put_text(out, ", ");
        first = false;
        put_key(out, (struct str){name.at + group.length + 1, name.length - group.length - 1});
        say_value_json(out, (enum fact_id)id, &task->value[id]);
    }
    buf_put_char(out, '}');
}

/* The facts at the top of a file, or one fact for each group, in turned order. */
static size_t top_facts(const struct task *task, unsigned turn, enum fact_id out[FACT_COUNT_ALL]) {
    size_t count = 0;
    for (size_t step = 0; step < FACT_COUNT_ALL; step++) {
        const size_t id = turn % 2 == 0 ? (step + turn) % FACT_COUNT_ALL : (FACT_COUNT_ALL - 1 - step + turn) % FACT_COUNT_ALL;
        if (!task_knows(task, (enum fact_id)id) || !absence_is_stated(fact_at(id)->absence)) continue;
        const struct str group = group_of(fact_at(id)->name);
        size_t same = 0;
        while (same < count && !(group.length > 0 && str_equal(group_of(fact_at(out[same])->name), group))) same++;
        if (same == count) out[count++] = (enum fact_id)id;
    }
    return count;
}

static void put_top(const struct task *task, enum fact_id fact, struct buf *out) {
    const struct str group = group_of(fact_at(fact)->name);
    put_key(out, group.length > 0 ? group : fact_at(fact)->name);
    if (group.length > 0)
        put_group(task, group, out);
    else
        say_value_json(out, fact, &task->value[fact]);
}

void random_task_json(const struct task *task, unsigned turn, struct buf *out) {
    enum fact_id facts[FACT_COUNT_ALL];
    const size_t count = top_facts(task, turn, facts);
    buf_put_char(out, '{');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) buf_put_text(out, ", ");
        put_top(task, facts[i], out);
    }
    buf_put_char(out, '}');
}

void random_task_yaml(const struct task *task, unsigned turn, struct buf *out) {
    enum fact_id facts[FACT_COUNT_ALL];
    const size_t count = top_facts(task, turn, facts);
    for (size_t i = 0; i < count; i++) {
        put_top(task, facts[i], out);
        buf_put_char(out, '\n');
    }
}

bool random_waivers(struct list *list, const struct rulebook *book, struct arena *arena) {
    enum { WAIVERS = 24 };
    struct dice dice = {20261122, list, book, arena};
    list->waivers = arena_take_array(arena, WAIVERS, sizeof *list->waivers);
    if (!list->waivers) return false;
    for (list->waiver_count = 0; list->waiver_count < WAIVERS; list->waiver_count++) {
        struct waiver *waiver = &list->waivers[list->waiver_count];
        const bool some = chance(&dice, 50);
        *waiver = (struct waiver){.id = STR("W-X"), .rule = book->rules[below(&dice, book->count)].id, .department = -1};
        if (chance(&dice, 50)) waiver->department = (int)below(&dice, list->department_count);
        waiver->validity = (struct validity){civil(2026, 5, 1), chance(&dice, 50) ? DAY_NONE : civil(2026, 9, 30)};
        if (!some) continue;
        waiver->townships = (struct texts){take(&dice, 1, sizeof(struct str)), 1};
        waiver->townships.at[0] = list->townships[below(&dice, list->township_count)].name;
    }
    return true;
}
