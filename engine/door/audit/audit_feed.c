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
    return status == QUANZE_OK ? audit_open(options, &feeding->audit, error) : status;
}

void audit_feeding_close(struct audit_feeding *feeding) {
    audit_close(feeding->audit);
    task_source_close(feeding->source);
    alloc_free(feeding->numbers);
    buf_free(&feeding->facts);
    arena_free(&feeding->scratch);
    arena_free(&feeding->paper);
    arena_free(&feeding->arena);
}

/* --- papers to be compared --- */

/* A paper of the ledger, for its copies: `body` empty where its text is known to them. */
struct compared {
    const struct audit_brief *brief;
    struct str id, issuer, body;
    int item;
};

/* `number` is what the audit will know it by. */
static quanze_status compare(struct audit_feeding *feeding, const struct compared *compared, uint32_t number,
                             struct quanze_error *error) {
    const struct audit_brief *brief = compared->brief;
    const struct list *list = &feeding->engine->list;
    const struct str issuer = compared->issuer;
    const int department = issuer.length > 0 ? list_find_department(list, issuer) : -1;
    const struct copy_paper paper = {.id = compared->id,
                                     .number = brief->number,
                                     .title = brief->title,
                                     .body = compared->body,
                                     .issuer = department < 0 ? issuer : list->departments[department].name,
                                     .supersedes = brief->supersedes,
                                     .fields = brief->fields.at,
                                     .field_count = brief->fields.count,
                                     .version = brief->version,
                                     .item = compared->item,
                                     .text = brief->text};
    uint32_t *numbers =
        alloc_grow(feeding->numbers, &feeding->number_capacity, feeding->number_count + 1, sizeof *feeding->numbers);
    if (!numbers) return error_memory(error);
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
    arena_reset(&feeding->paper);
    feeding->problems = (struct problems){.arena = &feeding->paper};
    task_clear(&feeding->task);
    const quanze_status status =
        task_read(feeding->source, facts, 0, &feeding->paper, &feeding->task, &feeding->problems, error);
    *ok = status == QUANZE_OK;
    return status == QUANZE_BAD_DATA ? QUANZE_OK : status;
}

static bool passes(const struct audit_feeding *feeding, struct str issuer, struct texts townships) {
    const struct audit_filter *filter = feeding->filter;
    bool reaches = filter->township.length == 0;
    for (size_t i = 0; i < townships.count; i++) reaches = reaches || str_equal(townships.at[i], filter->township);
    return reaches &&
           (filter->department.length == 0 || audit_is_department(&feeding->engine->list, issuer, filter->department));
}

static bool note_townships(struct audit_feeding *feeding, struct texts townships) {
    for (size_t i = 0; i < townships.count; i++) {
        const bool known = list_find_township(&feeding->engine->list, townships.at[i]) >= 0;
        feeding->known_townships += known;
        feeding->strange_townships += !known;
        if (!known && feeding->strange_townships == 1) feeding->stranger = arena_copy(&feeding->arena, townships.at[i]);
        if (!known && !feeding->stranger.at) return false;
    }
    return true;
}

/* The paper itself, and its brief as it would be written now. */
static quanze_status read_paper(struct audit_feeding *feeding, int64_t seq, int32_t day, struct audit_brief *out, bool *ok,
                                struct quanze_error *error) {
    struct history_keys keys;
    quanze_status status = ledger_read_facts(feeding->ledger, seq, &feeding->facts, error);
    if (status == QUANZE_OK) status = read_facts(feeding, buf_str(&feeding->facts), ok, error);
    if (status != QUANZE_OK || !*ok) return status;
    return history_keys_make(&feeding->task, day, &feeding->paper, &keys) &&
                   audit_brief_make(&feeding->task, &keys, &feeding->paper, out)
               ? QUANZE_OK
               : error_memory(error);
}

static quanze_status pass_over(struct audit_feeding *feeding, const struct ledger_month_task *row, struct texts townships,
                               struct quanze_error *error) {
    if (!note_townships(feeding, townships)) return error_memory(error);
    feeding->passed_over++;
    audit_pass_over(feeding->audit, row->day);
    return QUANZE_OK;
}

/* What was kept of the paper is enough where it is not asked for, or where its text is known already and it is not to be
 * counted anew. */
static quanze_status take_task(void *payload, const struct ledger_month_task *row, struct quanze_error *error) {
    struct audit_feeding *feeding = payload;
    struct audit_brief brief;
    struct compared compared = {.brief = &brief, .id = row->id, .issuer = row->issuer, .body = STR(""), .item = -1};
    bool ok = true;
    arena_reset(&feeding->scratch);
    const bool is_kept = audit_brief_read(row->brief, &feeding->scratch, &brief);
    if (is_kept && !passes(feeding, row->issuer, brief.townships)) return pass_over(feeding, row, brief.townships, error);
    quanze_status status = QUANZE_OK;
    if (!is_kept || row->share.length == 0 || !copies_know_text(feeding->copies, brief.text)) {
        status = read_paper(feeding, row->seq, row->day, &brief, &ok, error);
        if (status == QUANZE_OK && ok) compared.body = task_text(&feeding->task, FACT_ID_BODY);
    }
    if (status != QUANZE_OK) return status;
    if (!ok) {
        audit_add_unreadable(feeding->audit);
        return QUANZE_OK;
    }
    if (!passes(feeding, row->issuer, brief.townships)) return pass_over(feeding, row, brief.townships, error);
    if (!note_townships(feeding, brief.townships)) return error_memory(error);
    const struct audit_entry entry = {.brief = &brief,
                                      .facts = &feeding->task,
                                      .id = row->id,
                                      .issuer = row->issuer,
                                      .day = row->day,
                                      .entered_at = row->entered_at,
                                      .share = row->share,
                                      .verdict = row->verdict,
                                      .item = row->item,
                                      .list = row->list,
                                      .state = row->state};
    status = audit_add(feeding->audit, &entry, error);
    if (row->item.length > 0) compared.item = list_find_item_on(&feeding->engine->list, row->item, row->day);
    return status == QUANZE_OK ? compare(feeding, &compared, (uint32_t)feeding->added++, error) : status;
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
    struct audit_brief brief;
    bool ok;
    quanze_status status = read_facts(feeding, row->facts, &ok, error);
    if (status != QUANZE_OK || !ok) return status;
    if (!history_keys_make(&feeding->task, row->day, &feeding->paper, &keys) ||
        !audit_brief_make(&feeding->task, &keys, &feeding->paper, &brief))
        return error_memory(error);
    const struct compared compared = {&brief, keys.id, keys.issuer, task_text(&feeding->task, FACT_ID_BODY), -1};
    past.townships = keys.townships;
    status = audit_take_refused(feeding->audit, &past, error);
    return status == QUANZE_OK ? compare(feeding, &compared, AUDIT_FIRST_PAST + (uint32_t)feeding->refused++, error) : status;
}

quanze_status audit_feed_tasks(struct audit_feeding *feeding, struct validity days, bool past, struct quanze_error *error) {
    const struct validity earlier = {days.from - PAST_DAYS, days.to};
    quanze_status status = open_copies(feeding, error);
    if (status == QUANZE_OK) status = ledger_list_month(feeding->ledger, days, take_task, feeding, error);
    if (status == QUANZE_OK && past) status = ledger_list_ended(feeding->ledger, earlier, take_ended, feeding, error);
    if (status == QUANZE_OK && past) status = ledger_list_refused(feeding->ledger, earlier, take_refused, feeding, error);
    if (status == QUANZE_OK) status = hand_groups(feeding, error);
    copies_close(feeding->copies); /* tens of MiB, before the next period is read */
    feeding->copies = NULL;
    return status;
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
    return status == QUANZE_OK ? ledger_list_corrections(feeding->ledger, days.to, false, take_correction, feeding, error)
                               : status;
}

quanze_status audit_feed_rest(struct audit_feeding *feeding, struct validity days, struct quanze_error *error) {
    struct ledger_complaint_list all = {.newest = false};
    size_t undated = 0;
    quanze_status status = audit_feed_others(feeding, days, error);
    if (status == QUANZE_OK) status = ledger_list_complaints(feeding->ledger, &all, take_complaint, feeding, error);
    if (status == QUANZE_OK) status = ledger_count_undated(feeding->ledger, &undated, error);
    if (status == QUANZE_OK) audit_take_undated(feeding->audit, undated);
    return status;
}
