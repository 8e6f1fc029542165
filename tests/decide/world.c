#include "world.h"

#include <stdlib.h>

static const struct validity OPEN = {DAY_NONE, DAY_NONE};

int32_t world_day(const char *text) {
    int32_t day = 0;
    assert_true(day_parse(str_of(text), &day));
    return day;
}

static int index_of(const char *set, const char *word) {
    int index = choice_find(choices_of(set), str_of(word));
    assert_true(index >= 0);
    return index;
}

static void *take(struct world *world, size_t count, size_t size) {
    void *block = arena_take_array(&world->list_arena, count, size);
    assert_non_null(block);
    return block;
}

static struct texts texts_of(struct world *world, const char *text) {
    struct texts texts = {take(world, 1, sizeof *texts.at), 1};
    texts.at[0] = str_of(text);
    return texts;
}

static void add_townships(struct world *world) {
    const struct township townships[] = {{.name = STR("木塘垸镇"), .staff = 62, .villages = 14, .travel_hours = 2500},
                                         {.name = STR("青溪镇"), .staff = 40, .villages = 20, .travel_hours = 1000},
                                         {.name = STR("城关街道"), .type = 1, .staff = -1, .villages = 6, .travel_hours = 0}};
    world->list.townships = take(world, COUNT(townships), sizeof *townships);
    memcpy(world->list.townships, townships, sizeof townships);
    world->list.township_count = COUNT(townships);
    const int county = index_of("ISSUER_KIND", "county_department");
    const struct department departments[] = {
        {.id = STR("fire"), .name = STR("县消防救援大队"), .aliases = texts_of(world, "消防大队"), .kind = county},
        {.id = STR("market"), .name = STR("县市场监督管理局"), .kind = county}};
    world->list.departments = take(world, COUNT(departments), sizeof *departments);
    memcpy(world->list.departments, departments, sizeof departments);
    world->list.department_count = COUNT(departments);
}

static struct power_need *one_power(struct world *world, const char *power, const char *matter) {
    struct power_need *need = take(world, 1, sizeof *need);
    *need = (struct power_need){index_of("POWER", power), str_of(matter)};
    return need;
}

static void add_items(struct world *world) {
    const struct item items[] = {[WORLD_BASIC] = {.id = STR("B-001"),
                                                  .name = STR("低保对象入户核查"),
                                                  .kind = ITEM_BASIC,
                                                  .department = -1,
                                                  .office = STR("社会事务办"),
                                                  .per_person_day = -1,
                                                  .staff_min = -1,
                                                  .validity = OPEN},
                                 [WORLD_FIRE] = {.id = STR("C-014"),
                                                 .name = STR("消防安全检查"),
                                                 .kind = ITEM_COOPERATIVE,
                                                 .department = 0,
                                                 .township_actions = texts_of(world, "patrol"),
                                                 .powers = one_power(world, "inspection_power", ""),
                                                 .power_count = 1,
                                                 .per_person_day = 12000,
                                                 .staff_min = 2,
                                                 .validity = OPEN},
                                 [WORLD_RECALLED] = {.id = STR("R-003"),
                                                     .name = STR("特种设备使用单位监督检查"),
                                                     .kind = ITEM_RECALLED,
                                                     .department = 1,
                                                     .working_mode = STR("县级部门直接实施"),
                                                     .per_person_day = -1,
                                                     .staff_min = -1,
                                                     .validity = OPEN},
                                 [WORLD_FIREWORKS] = {.id = STR("C-020"),
                                                      .name = STR("烟花爆竹禁限放管理"),
                                                      .kind = ITEM_COOPERATIVE,
                                                      .department = 0,
                                                      .township_duty = STR("劝阻违规燃放烟花爆竹"),
                                                      .powers = one_power(world, "penalty", ""),
                                                      .power_count = 1,
                                                      .per_person_day = -1,
                                                      .staff_min = -1,
                                                      .validity = OPEN}};
    world->list.items = take(world, COUNT(items), sizeof *items);
    memcpy(world->list.items, items, sizeof items);
    world->list.item_count = COUNT(items);
}

static void add_powers(struct world *world) {
    const struct power_held powers[] = {{.power = {index_of("POWER", "penalty"), STR("违规燃放烟花爆竹")},
                                         .mode = index_of("POWER_MODE", "delegated"),
                                         .decision = STR("省政府决定〔2023〕5号"),
                                         .published_on = world_day("2023-05-01"),
                                         .evaluated_on = DAY_NONE,
                                         .validity = {world_day("2023-06-01"), DAY_NONE}},
                                        {.power = {index_of("POWER", "inspection_power"), STR("")},
                                         .mode = index_of("POWER_MODE", "statutory"),
                                         .published_on = DAY_NONE,
                                         .evaluated_on = DAY_NONE,
                                         .validity = OPEN,
                                         .townships = texts_of(world, "木塘垸镇")},
                                        {.power = {index_of("POWER", "coercion"), STR("")},
                                         .mode = index_of("POWER_MODE", "entrusted"),
                                         .decision = STR("委托书"),
                                         .published_on = world_day("2023-05-01"),
                                         .evaluated_on = DAY_NONE,
                                         .validity = OPEN},
                                        {.power = {index_of("POWER", "licensing"), STR("")},
                                         .mode = index_of("POWER_MODE", "devolved"),
                                         .published_on = world_day("2023-05-01"),
                                         .evaluated_on = DAY_NONE,
                                         .validity = OPEN,
                                         .items = texts_of(world, "B-001")},
                                        {.power = {index_of("POWER", "penalty"), STR("露天焚烧")},
                                         .mode = index_of("POWER_MODE", "delegated"),
                                         .published_on = DAY_NONE,
                                         .evaluated_on = DAY_NONE,
                                         .validity = OPEN}};
    world->list.powers = take(world, COUNT(powers), sizeof *powers);
    memcpy(world->list.powers, powers, sizeof powers);
    world->list.power_count = COUNT(powers);
}

static void add_waivers(struct world *world) {
    const struct waiver waivers[] = {{.id = STR("W-1"),
                                      .rule = STR("TIME-902"),
                                      .reason = STR("年底集中核查"),
                                      .requested_by = STR("甲"),
                                      .approved_by = STR("乙"),
                                      .department = 0,
                                      .townships = texts_of(world, "木塘垸镇"),
                                      .validity = {world_day("2026-11-01"), world_day("2026-11-30")}}};
    world->list.waivers = take(world, COUNT(waivers), sizeof *waivers);
    memcpy(world->list.waivers, waivers, sizeof waivers);
    world->list.waiver_count = COUNT(waivers);
}

void world_list(struct world *world) {
    struct problems problems = {.arena = &world->list_arena};
    struct quanze_error error;
    world->list.id = STR("test-2026");
    world->list.published_on = DAY_NONE;
    world->list.validity = OPEN;
    add_townships(world);
    add_items(world);
    add_powers(world);
    add_waivers(world);
    assert_int_equal(list_freeze(&world->list, &problems, &error), QUANZE_OK);
    for (size_t i = 0; i < problems.count; i++) print_message("list: %s\n", problems.at[i].en.at);
    assert_int_equal(problems.errors, 0);
}

static void add_calendar(struct world *world) {
    static const struct office_hours HOURS = {.span = {{510, 720}, {780, 1050}}, .count = 2, .minutes = 480};
    struct calendar_year *year = arena_take_array(&world->calendar.arena, 1, sizeof *year);
    assert_non_null(year);
    year->year = 2026;
    year->hours = HOURS;
    const int32_t first = world_day("2026-01-01");
    for (int day = 0; day < 365; day++)
        if (day_weekday(first + day) <= 5) year->workdays[day / 64] |= UINT64_C(1) << (day % 64);
    calendar_year_finish(year);
    world->calendar.years = year;
    world->calendar.year_count = 1;
}

void world_open_rules(struct world *world, const char *folder) {
    struct quanze_error error = {0};
    struct problems problems = {.arena = &world->arena};
    quanze_status status = rulebook_load(folder, &world->book, &problems, &error);
    for (size_t i = 0; i < problems.count; i++) print_message("rules: %s\n", problems.at[i].en.at);
    assert_int_equal(status, QUANZE_OK);
    assert_int_equal(problems.errors, 0);
    assert_int_equal(plan_open(world->book, &world->list, &world->calendar, &world->plan, &error), QUANZE_OK);
    assert_int_equal(decider_open(world->plan, true, &world->decider, &error), QUANZE_OK);
}

void world_open(struct world *world, const char *folder) {
    *world = (struct world){.plan = NULL};
    world_list(world);
    add_calendar(world);
    world_open_rules(world, folder);
}

void world_close(struct world *world) {
    decider_close(world->decider);
    plan_close(world->plan);
    rulebook_free(world->book);
    list_free(&world->list);
    calendar_free(&world->calendar);
    arena_free(&world->list_arena);
    arena_free(&world->arena);
}

static struct str copy(struct world *world, const char *words, size_t length) {
    struct str text = arena_copy(&world->arena, (struct str){words, length});
    assert_non_null(text.at);
    return text;
}

static struct value scalar_of(enum fact_type type, struct choices choices, struct str words) {
    int64_t minute = 0;
    int32_t day = 0;
    bool whole = false;
    if (str_equal(words, STR("none"))) return (struct value){.state = VALUE_NONE};
    switch (type) {
    case FACT_BOOL: return value_number(str_equal(words, STR("true")));
    case FACT_COUNT:
    case FACT_MONEY:
    case FACT_RATIO:
    case FACT_HOURS: return value_number(strtoll(words.at, NULL, 10));
    case FACT_DATE: assert_true(day_parse(words, &day)); return value_number(day);
    case FACT_START:
    case FACT_END:
    case FACT_MOMENT: assert_true(day_parse_time(words, &minute, &whole)); return value_number(minute);
    case FACT_CHOICE: assert_true(choice_find(choices, words) >= 0); return value_number(choice_find(choices, words));
    case FACT_DONE: return value_number(DAY_NONE);
    case FACT_TEXT:
    case FACT_TEXTS:
    case FACT_CHOICES:
    case FACT_RECORDS: break;
    }
    return value_of_text(words);
}

/* The part up to `mark` of a NUL-ended text, and what is behind it (NULL at the end). */
static struct str part_of(struct world *world, const char **rest, char mark) {
    const char *end = strchr(*rest, mark);
    struct str part = copy(world, *rest, end ? (size_t)(end - *rest) : strlen(*rest));
    *rest = end ? end + 1 : NULL;
    return part;
}

static struct value texts_value(struct world *world, const char *words) {
    struct value *items = arena_take_array(&world->arena, strlen(words) + 1, sizeof *items);
    uint32_t count = 0;
    for (const char *rest = words; rest;) items[count++] = value_of_text(part_of(world, &rest, ','));
    return (struct value){.items = items, .count = count, .state = VALUE_GIVEN};
}

static struct value records_value(struct world *world, const struct fact_info *fact, const char *words) {
    struct value *items = arena_take_array(&world->arena, (strlen(words) + 1) * fact->field_count, sizeof *items);
    uint32_t rows = 0;
    for (const char *rest = words; rest; rows++) {
        const char *fields = part_of(world, &rest, ';').at;
        for (size_t i = 0; i < fact->field_count && fields; i++) {
            struct str field = part_of(world, &fields, ',');
            if (field.length > 0)
                items[rows * fact->field_count + i] = scalar_of(fact->fields[i].type, fact->fields[i].choices, field);
        }
    }
    return (struct value){.items = items, .count = rows, .state = VALUE_GIVEN};
}

void world_set(struct world *world, struct task *task, const char *fact, const char *words) {
    int id = fact_find(str_of(fact));
    assert_true(id >= 0);
    const struct fact_info *info = fact_at((size_t)id);
    struct value value = {.state = VALUE_NONE};
    if (strcmp(words, "none") == 0)
        value.state = VALUE_NONE;
    else if (info->type == FACT_TEXTS)
        value = texts_value(world, words);
    else if (info->type == FACT_RECORDS)
        value = records_value(world, info, words);
    else
        value = scalar_of(info->type, info->choices, copy(world, words, strlen(words)));
    task_set(task, (size_t)id, value);
}

void world_task(struct world *world, struct task *task, const char *facts) {
    task_clear(task);
    for (const char *rest = facts; rest && *rest;) {
        const char *fact = part_of(world, &rest, ' ').at;
        struct str name = part_of(world, &fact, '=');
        assert_non_null(fact);
        world_set(world, task, name.at, fact);
    }
}

void world_decide(struct world *world, struct task *task, int item, struct decision *out) {
    struct quanze_error error;
    struct found_item match = {.how = item < 0 ? HOW_NONE : HOW_DECLARED, .item = item, .score = 900000, .text_item = item};
    assert_int_equal(decide_task(world->decider, task, &match, world_day("2026-11-05"), &world->arena, out, &error), QUANZE_OK);
}

const struct finding *world_finding(const struct decision *decision, const char *rule) {
    for (size_t i = 0; i < decision->finding_count; i++)
        if (str_equal(decision->findings[i].rule->id, str_of(rule))) return &decision->findings[i];
    return NULL;
}
