/* audit_feed.c - from the ledger's rows to the audit. */
#include <door/audit/audit.h>

#include <base/alloc.h>
#include <ledger/correction.h>
#include <stdio.h>

#define PAST_DAYS 400 /* a refused or ended task that is older does not explain a new one */

bool audit_is_department(const struct list *list, struct str a, struct str b) {
    const int x = list_find_department(list, a), y = list_find_department(list, b);
    return x >= 0 || y >= 0 ? x == y : str_equal(a, b);
}

/* --- opening --- */

static quanze_status open_copies(struct audit_feeding *feeding, struct quanze_error *error) {
    const struct list *list = &feeding->engine->list;
    feeding->places = arena_take_array(&feeding->arena, list->township_count + 1, sizeof *feeding->places);
    if (!feeding->places) return error_memory(error);
    feeding->places[0] = list->county;
    for (size_t i = 0; i < list->township_count; i++) feeding->places[i + 1] = list->townships[i].name;
    return copies_open(feeding->places, list->township_count + 1, &feeding->copies, error);
}

quanze_status audit_feeding_open(struct audit_feeding *feeding, const struct audit_options *options,
                                 struct quanze_error *error) {
    quanze_status status = task_source_of_lines("ledger", &feeding->source, error);
    if (status == QUANZE_OK) status = open_copies(feeding, error);
    return status == QUANZE_OK ? audit_open(options, &feeding->audit, error) : status;
}

void audit_feeding_close(struct audit_feeding *feeding) {
    audit_close(feeding->audit);
    copies_close(feeding->copies);
    task_source_close(feeding->source);
    alloc_free(feeding->numbers);
    arena_free(&feeding->scratch);
    arena_free(&feeding->arena);
}

/* --- papers to be compared --- */

static size_t form_field(struct str name) {
    const struct fact_info *forms = fact_at(FACT_ID_DEMANDS_FORMS);
    size_t field = 0;
    while (field < forms->field_count && !str_equal(forms->fields[field].name, name)) field++;
    return field;
}

/* What all forms of the task ask for, one form behind the other. */
static bool take_fields(struct audit_feeding *feeding, struct copy_paper *out) {
    const size_t asked = form_field(STR("fields")), columns = fact_at(FACT_ID_DEMANDS_FORMS)->field_count;
    const struct value *forms = &feeding->task.value[FACT_ID_DEMANDS_FORMS];
    size_t room = 1;
    if (!task_given(&feeding->task, FACT_ID_DEMANDS_FORMS)) return true;
    for (size_t i = 0; i < forms->count; i++) room += forms->items[i * columns + asked].count;
    struct str *fields = arena_take_array(&feeding->scratch, room, sizeof *fields);
    for (size_t i = 0; fields && i < forms->count; i++) {
        const struct value *names = &forms->items[i * columns + asked];
        for (size_t k = 0; names->state == VALUE_GIVEN && k < names->count; k++)
            fields[out->field_count++] = value_text(&names->items[k]);
    }
    out->fields = fields;
    return fields != NULL;
}

/* The task under way as a paper; `number` is what the audit will know it by. */
static quanze_status compare(struct audit_feeding *feeding, int item, uint32_t number, struct quanze_error *error) {
    const struct task *task = &feeding->task;
    const struct list *list = &feeding->engine->list;
    const struct str issuer = task_text(task, FACT_ID_ISSUER_NAME);
    const int department = issuer.length > 0 ? list_find_department(list, issuer) : -1;
    struct copy_paper paper = {
        .id = task_text(task, FACT_ID_ID),
        .number = task_text(task, FACT_ID_DOCUMENT_NUMBER),
        .title = task_text(task, FACT_ID_TITLE),
        .body = task_text(task, FACT_ID_BODY),
        .issuer = department < 0 ? issuer : list->departments[department].name,
        .supersedes = task_text(task, FACT_ID_DOCUMENT_SUPERSEDES),
        .version = task_given(task, FACT_ID_DOCUMENT_VERSION) ? task->value[FACT_ID_DOCUMENT_VERSION].number : 0,
        .item = item,
    };
    uint32_t *numbers =
        alloc_grow(feeding->numbers, &feeding->number_capacity, feeding->number_count + 1, sizeof *feeding->numbers);
    if (!numbers || !take_fields(feeding, &paper)) return error_memory(error);
    feeding->numbers = numbers;
    numbers[feeding->number_count++] = number;
    return copies_add(feeding->copies, &paper, error);
}

static quanze_status hand_groups(struct audit_feeding *feeding, struct quanze_error *error) {
    static const enum audit_group_kind KINDS[] = {[COPY_SAME_TEXT] = GROUP_SAME_TEXT,
                                                  [COPY_NEAR_TEXT] = GROUP_NEAR_TEXT,
                                                  [COPY_SAME_ITEM] = GROUP_SAME_ITEM,
                                                  [COPY_SAME_FIELDS] = GROUP_SAME_FIELDS,
                                                  [COPY_VERSION] = GROUP_VERSION};
    const struct copy_group *groups;
    size_t count;
    quanze_status status = copies_find(feeding->copies, &groups, &count, error);
    for (size_t i = 0; i < count && status == QUANZE_OK; i++) {
        arena_reset(&feeding->scratch);
        uint32_t *papers = arena_take_array(&feeding->scratch, groups[i].count, sizeof *papers);
        if (!papers) return error_memory(error);
        for (size_t k = 0; k < groups[i].count; k++) papers[k] = feeding->numbers[groups[i].papers[k]];
        status = audit_take_group(feeding->audit, KINDS[groups[i].kind], groups[i].similarity, papers, groups[i].count, error);
    }
    return status;
}

/* --- tasks --- */

/* Reads the facts as stored; `*ok` false when this version cannot. */
static quanze_status read_facts(struct audit_feeding *feeding, struct str facts, bool *ok, struct quanze_error *error) {
    arena_reset(&feeding->scratch);
    feeding->problems = (struct problems){.arena = &feeding->scratch};
    task_clear(&feeding->task);
    const quanze_status status =
        task_read(feeding->source, facts, 0, &feeding->scratch, &feeding->task, &feeding->problems, error);
    *ok = status == QUANZE_OK;
    return status == QUANZE_BAD_DATA ? QUANZE_OK : status;
}

static bool passes(const struct audit_feeding *feeding, const struct history_keys *keys) {
    const struct audit_filter *filter = feeding->filter;
    bool reaches = filter->township.length == 0;
    for (size_t i = 0; i < keys->townships.count; i++) reaches = reaches || str_equal(keys->townships.at[i], filter->township);
    return reaches &&
           (filter->department.length == 0 || audit_is_department(&feeding->engine->list, keys->issuer, filter->department));
}

static bool note_townships(struct audit_feeding *feeding, const struct history_keys *keys) {
    for (size_t i = 0; i < keys->townships.count; i++) {
        const bool known = list_find_township(&feeding->engine->list, keys->townships.at[i]) >= 0;
        feeding->known_townships += known;
        feeding->strange_townships += !known;
        if (!known && feeding->strange_townships == 1) feeding->stranger = arena_copy(&feeding->arena, keys->townships.at[i]);
        if (!known && !feeding->stranger.at) return false;
    }
    return true;
}

static quanze_status take_task(void *payload, const struct ledger_month_task *row, struct quanze_error *error) {
    struct audit_feeding *feeding = payload;
    struct history_keys keys;
    bool ok;
    quanze_status status = read_facts(feeding, row->facts, &ok, error);
    if (status != QUANZE_OK) return status;
    if (!ok) {
        audit_add_unreadable(feeding->audit);
        return QUANZE_OK;
    }
    if (!history_keys_make(&feeding->task, row->day, &feeding->scratch, &keys)) return error_memory(error);
    if (!note_townships(feeding, &keys)) return error_memory(error);
    if (!passes(feeding, &keys)) {
        feeding->passed_over++;
        audit_pass_over(feeding->audit, row->day);
        return QUANZE_OK;
    }
    const struct audit_entry entry = {.facts = &feeding->task,
                                      .keys = &keys,
                                      .entered_at = row->entered_at,
                                      .share = row->share,
                                      .verdict = row->verdict,
                                      .item = row->item,
                                      .list = row->list,
                                      .state = row->state};
    status = audit_add(feeding->audit, &entry, error);
    const int item = row->item.length > 0 ? list_find_item_on(&feeding->engine->list, row->item, row->day) : -1;
    return status == QUANZE_OK ? compare(feeding, item, (uint32_t)feeding->added++, error) : status;
}

static struct audit_past past_of(const struct ledger_month_past *row) {
    return (struct audit_past){.id = row->id,
                               .title = row->title,
                               .issuer = row->issuer,
                               .kind = row->kind,
                               .item = row->item,
                               .state = row->state,
                               .topic = row->topic,
                               .day = row->day,
                               .on = row->on};
}

static quanze_status take_ended(void *payload, const struct ledger_month_past *row, struct quanze_error *error) {
    struct audit_feeding *feeding = payload;
    const struct audit_past past = past_of(row);
    return audit_take_ended(feeding->audit, &past, error);
}

static quanze_status take_refused(void *payload, const struct ledger_month_past *row, struct quanze_error *error) {
    struct audit_feeding *feeding = payload;
    struct audit_past past = past_of(row);
    struct history_keys keys;
    bool ok;
    quanze_status status = read_facts(feeding, row->facts, &ok, error);
    if (status != QUANZE_OK || !ok) return status;
    if (!history_keys_make(&feeding->task, row->day, &feeding->scratch, &keys)) return error_memory(error);
    past.townships = keys.townships;
    status = audit_take_refused(feeding->audit, &past, error);
    return status == QUANZE_OK ? compare(feeding, -1, AUDIT_FIRST_PAST + (uint32_t)feeding->refused++, error) : status;
}

quanze_status audit_feed_tasks(struct audit_feeding *feeding, struct validity days, bool past, struct quanze_error *error) {
    const struct validity earlier = {days.from - PAST_DAYS, days.to};
    quanze_status status = ledger_list_month(feeding->ledger, days, take_task, feeding, error);
    if (status == QUANZE_OK && past) status = ledger_list_ended(feeding->ledger, earlier, take_ended, feeding, error);
    if (status == QUANZE_OK && past) status = ledger_list_refused(feeding->ledger, earlier, take_refused, feeding, error);
    return status == QUANZE_OK ? hand_groups(feeding, error) : status;
}

/* --- the rest --- */

static quanze_status take_sum(void *payload, const struct ledger_sum *sum, struct quanze_error *error) {
    struct audit_feeding *feeding = payload;
    const struct audit_filter *filter = feeding->filter;
    if (filter->department.length > 0 && !audit_is_department(&feeding->engine->list, sum->department, filter->department))
        return QUANZE_OK;
    if (filter->township.length == 0)
        return audit_take_sum(feeding->audit, sum->month, sum->township, sum->department, sum->name, sum->value, error);
    if (!str_equal(sum->township, filter->township)) return QUANZE_OK;
    const quanze_status status =
        audit_take_sum(feeding->audit, sum->month, STR(""), sum->department, sum->name, sum->value, error);
    return status == QUANZE_OK
               ? audit_take_sum(feeding->audit, sum->month, sum->township, sum->department, sum->name, sum->value, error)
               : status;
}

static quanze_status take_correction(void *payload, const struct ledger_correction_line *line, struct quanze_error *error) {
    static const enum audit_correction_state STATES[] = {[LEDGER_CORRECTION_OPEN] = CORRECTION_OPEN,
                                                         [LEDGER_CORRECTION_DUE] = CORRECTION_DUE,
                                                         [LEDGER_CORRECTION_DONE] = CORRECTION_DONE,
                                                         [LEDGER_CORRECTION_RELAPSED] = CORRECTION_RELAPSED};
    struct audit_feeding *feeding = payload;
    char number[24];
    (void)snprintf(number, sizeof number, "%lld", (long long)line->number);
    const bool done = line->state == LEDGER_CORRECTION_DONE;
    const struct audit_correction correction = {.id = str_of(number),
                                                .department = line->correction.department,
                                                .rule = line->correction.rule,
                                                .words = line->correction.matter,
                                                .opened_on = line->opened_on,
                                                .due_on = line->correction.due_on,
                                                .done_on = done ? line->changed_on : DAY_NONE,
                                                .state = STATES[line->state]};
    const struct str only = feeding->filter->department;
    if (only.length > 0 && !audit_is_department(&feeding->engine->list, correction.department, only)) return QUANZE_OK;
    return audit_take_correction(feeding->audit, &correction, error);
}

static quanze_status take_complaint(void *payload, const struct ledger_complaint_line *line, struct quanze_error *error) {
    struct audit_feeding *feeding = payload;
    const struct str only = feeding->filter->department;
    if (only.length > 0 && !audit_is_department(&feeding->engine->list, line->complaint.department, only)) return QUANZE_OK;
    return audit_take_complaint(feeding->audit, line->complaint.department, line->day, line->answered_on != DAY_NONE, error);
}

quanze_status audit_feed_others(struct audit_feeding *feeding, struct validity days, struct quanze_error *error) {
    int from, to;
    audit_sum_months(feeding->audit, &from, &to);
    const quanze_status status = ledger_list_sums(feeding->ledger, from, to, take_sum, feeding, error);
    return status == QUANZE_OK ? ledger_list_corrections(feeding->ledger, days.to, take_correction, feeding, error) : status;
}

quanze_status audit_feed_rest(struct audit_feeding *feeding, struct validity days, struct quanze_error *error) {
    size_t undated = 0;
    quanze_status status = audit_feed_others(feeding, days, error);
    if (status == QUANZE_OK) status = ledger_list_complaints(feeding->ledger, take_complaint, feeding, error);
    if (status == QUANZE_OK) status = ledger_count_undated(feeding->ledger, &undated, error);
    if (status == QUANZE_OK) audit_take_undated(feeding->audit, undated);
    return status;
}
