#include <decide/derive.h>

static const struct value STATED_NONE = {.state = VALUE_NONE};

/* What the paper speaks of without it being clear what it says is not stated not to be there. */
static struct fact_set unsure_facts(const struct task *task) {
    struct fact_set unsure = {{0}};
    if (!task_given(task, FACT_ID_UNSURE)) return unsure;
    const struct value *names = &task->value[FACT_ID_UNSURE];
    for (uint32_t i = 0; i < names->count; i++) {
        const int id = fact_find(value_text(&names->items[i]));
        if (id >= 0) fact_set_add(&unsure, (size_t)id);
    }
    return unsure;
}

void derive_by_text(const struct plan *plan, const struct task *task, struct fact_set *out) {
    *out = (struct fact_set){{0}};
    if (task_finished(task)) return;
    const struct fact_set unsure = unsure_facts(task);
    for (size_t word = 0; word < FACT_WORDS; word++) out->words[word] = plan->closed.words[word] & ~unsure.words[word];
}

void derive_closed(const struct plan *plan, struct task *task, struct fact_set *assumed) {
    *assumed = (struct fact_set){{0}};
    if (!task_finished(task)) return;
    const struct fact_set unsure = unsure_facts(task);
    for (size_t word = 0; word < FACT_WORDS; word++) {
        assumed->words[word] = plan->closed.words[word] & ~task->known.words[word] & ~unsure.words[word];
        for (uint64_t left = assumed->words[word]; left != 0; left &= left - 1)
            task->value[word * 64 + (size_t)__builtin_ctzll(left)] = STATED_NONE;
        task->known.words[word] |= assumed->words[word];
    }
}

static void set_bool(struct task *task, enum fact_id fact, bool truth) { task_set(task, fact, value_number(truth)); }

/* The list is complete as published: what it does not say of an item is stated not to be there. */
static void set_text(struct task *task, enum fact_id fact, struct str text) {
    task_set(task, fact, text.length > 0 ? value_of_text(text) : STATED_NONE);
}

static void set_norm(struct task *task, enum fact_id fact, int64_t norm) {
    task_set(task, fact, norm >= 0 ? value_number(norm) : STATED_NONE);
}

static bool set_texts(struct arena *arena, struct task *task, enum fact_id fact, struct texts texts) {
    struct value value = STATED_NONE;
    if (texts.count > 0) {
        struct value *items = arena_take(arena, texts.count * sizeof *items);
        if (!items) return false;
        for (size_t i = 0; i < texts.count; i++) items[i] = value_of_text(texts.at[i]);
        value = (struct value){.items = items, .count = (uint32_t)texts.count, .state = VALUE_GIVEN};
    }
    task_set(task, fact, value);
    return true;
}

/* Whether the issuer is the department that the list names for the item. */
static void derive_issuer_leads(struct task *task, struct derived *out, const struct item *item) {
    static const enum fact_id MISSING[] = {FACT_ID_ISSUER_NAME};
    if (item->department < 0) {
        task_set(task, FACT_ID_ITEM_ISSUER_LEADS, STATED_NONE);
    } else if (out->issuer_department == DEPARTMENT_ABSENT) {
        derive_unknown(task, out, FACT_ID_ITEM_ISSUER_LEADS, MISSING, 1);
    } else {
        set_bool(task, FACT_ID_ITEM_ISSUER_LEADS, out->issuer_department == item->department);
    }
}

static bool derive_found_item(const struct deriver *deriver, struct task *task, struct derived *out) {
    const struct list *list = deriver->plan->list;
    const struct item *item = &list->items[deriver->match->item];
    set_text(task, FACT_ID_ITEM_ID, item->id);
    task_set(task, FACT_ID_ITEM_KIND, value_number(item->kind));
    set_text(task, FACT_ID_ITEM_NAME, item->name);
    set_text(task, FACT_ID_ITEM_FIELD, item->field);
    set_text(task, FACT_ID_ITEM_OFFICE, item->office);
    set_text(task, FACT_ID_ITEM_DEPARTMENT, item->department >= 0 ? list->departments[item->department].name : STR(""));
    set_text(task, FACT_ID_ITEM_DEPARTMENT_DUTY, item->department_duty);
    set_text(task, FACT_ID_ITEM_TOWNSHIP_DUTY, item->township_duty);
    set_text(task, FACT_ID_ITEM_WORKING_MODE, item->working_mode);
    set_norm(task, FACT_ID_ITEM_PER_PERSON_DAY, item->per_person_day);
    set_norm(task, FACT_ID_ITEM_STAFF_MIN, item->staff_min);
    set_text(task, FACT_ID_ITEM_STAFF_SKILL, item->skill);
    task_set(task, FACT_ID_ITEM_SCORE, value_number(deriver->match->score));
    derive_issuer_leads(task, out, item);
    return set_texts(deriver->arena, task, FACT_ID_ITEM_TOWNSHIP_ACTIONS, item->township_actions);
}

/* The text speaks clearly better of another item than of the declared one. */
static bool is_contradicted(const struct found_item *match) {
    enum { CLEARLY_BETTER = 100000 }; /* millionths of score: less is a matter of wording */
    return match->how == HOW_DECLARED && match->text_item >= 0 && match->text_item != match->item &&
           match->text_score >= match->score + CLEARLY_BETTER;
}

static bool derive_item(const struct deriver *deriver, struct task *task, struct derived *out) {
    const struct found_item *match = deriver->match;
    const struct list *list = deriver->plan->list;
    if (match->item < 0)
        for (size_t fact = FACT_ID_ITEM_HOW; fact <= FACT_ID_ITEM_ISSUER_LEADS; fact++) task_set(task, fact, STATED_NONE);
    else if (!derive_found_item(deriver, task, out))
        return false;
    task_set(task, FACT_ID_ITEM_HOW, value_number(match->item < 0 ? HOW_NONE : match->how));
    set_bool(task, FACT_ID_ITEM_KNOWN, !match->claim_unknown);
    set_bool(task, FACT_ID_ITEM_CONTRADICTED, is_contradicted(match));
    task_set(task, FACT_ID_ITEM_TEXT_KIND,
             match->text_item >= 0 ? value_number(list->items[match->text_item].kind) : STATED_NONE);
    return true;
}

/* One figure over the addressed townships; `figure` < 0 of any of them: the list does not say it. */
struct town_figure {
    enum fact_id fact;
    int64_t best;
    bool is_least, is_told;
};

static void town_figure_add(struct town_figure *figure, int64_t value) {
    if (value < 0) figure->is_told = false;
    if (figure->best < 0 || (figure->is_least ? value < figure->best : value > figure->best)) figure->best = value;
}

static void town_figure_set(struct town_figure *figure, struct task *task, struct derived *out) {
    if (figure->is_told && figure->best >= 0)
        task_set(task, figure->fact, value_number(figure->best));
    else /* only the list can tell it */
        derive_unknown(task, out, figure->fact, &figure->fact, 1);
}

/* No township named: nothing is known of them, or stated that there are none. */
static void derive_no_towns(struct task *task, struct derived *out) {
    static const enum fact_id MISSING[] = {FACT_ID_TOWNSHIPS};
    for (size_t fact = FACT_ID_TOWN_KNOWN; fact <= FACT_ID_TOWN_TRAVEL_HOURS; fact++) {
        if (task_knows(task, FACT_ID_TOWNSHIPS))
            task_set(task, fact, STATED_NONE);
        else
            derive_unknown(task, out, (enum fact_id)fact, MISSING, 1);
    }
    if (task_knows(task, FACT_ID_TOWNSHIPS)) set_bool(task, FACT_ID_TOWN_KNOWN, true);
}

static bool derive_towns(const struct deriver *deriver, struct task *task, struct derived *out) {
    const struct list *list = deriver->plan->list;
    const struct value *names = &task->value[FACT_ID_TOWNSHIPS];
    if (!task_given(task, FACT_ID_TOWNSHIPS) || names->count == 0) {
        derive_no_towns(task, out);
        return true;
    }
    struct town_figure staff = {FACT_ID_TOWN_STAFF, -1, true, true}, villages = {FACT_ID_TOWN_VILLAGES, -1, false, true},
                       travel = {FACT_ID_TOWN_TRAVEL_HOURS, -1, false, true};
    bool all_known = true;
    for (size_t i = 0; i < names->count; i++) {
        static const struct township STRANGE = {.staff = -1, .villages = -1, .travel_hours = -1};
        int at = list_find_township(list, value_text(&names->items[i]));
        const struct township *town = at >= 0 ? &list->townships[at] : &STRANGE;
        if (at < 0) all_known = false;
        town_figure_add(&staff, town->staff);
        town_figure_add(&villages, town->villages);
        town_figure_add(&travel, town->travel_hours);
    }
    set_bool(task, FACT_ID_TOWN_KNOWN, all_known);
    task_set(task, FACT_ID_TOWN_COUNT, value_number(names->count));
    town_figure_set(&staff, task, out);
    town_figure_set(&villages, task, out);
    town_figure_set(&travel, task, out);
    return true;
}

/* What the paper states of the villages' list goes before what the text was found to speak of: who states it has read both. */
static bool derive_village(const struct deriver *deriver, struct task *task, struct derived *out) {
    static const enum fact_id MISSING[] = {FACT_ID_DEMANDS_VILLAGE_LISTED};
    const struct item *found = deriver->match->village;
    const bool is_stated = task_knows(task, FACT_ID_DEMANDS_VILLAGE_LISTED);
    for (size_t fact = FACT_ID_VILLAGE_LISTED; fact <= FACT_ID_VILLAGE_NAME; fact++)
        if (!is_stated && !found) derive_unknown(task, out, (enum fact_id)fact, MISSING, 1);
    if (is_stated) {
        set_bool(task, FACT_ID_VILLAGE_LISTED, task_true(task, FACT_ID_DEMANDS_VILLAGE_LISTED));
        task_set(task, FACT_ID_VILLAGE_ITEM, STATED_NONE);
        task_set(task, FACT_ID_VILLAGE_NAME, STATED_NONE);
    } else if (found) {
        set_bool(task, FACT_ID_VILLAGE_LISTED, found->kind != VILLAGE_EXCLUDED);
        set_text(task, FACT_ID_VILLAGE_ITEM, found->id);
        set_text(task, FACT_ID_VILLAGE_NAME, found->name);
    }
    return true;
}

/* A fact of the response that says there is no such thing: no level, no notice, no end. */
static bool is_stated_missing(const struct task *task, enum fact_id fact) {
    if (!task_knows(task, fact)) return false;
    const struct value *value = &task->value[fact];
    if (value->state != VALUE_GIVEN) return true;
    return fact == FACT_ID_EMERGENCY_NOTICE ? value->count == 0 : fact == FACT_ID_EMERGENCY_LEVEL && value->number == 0;
}

/* A response runs when it is declared with level, notice and end, and the end has not passed. Source: 突发事件应对法 71,
 * 72, 86. */
static bool derive_emergency(const struct deriver *deriver, struct task *task, struct derived *out) {
    static const enum fact_id DECLARED[] = {FACT_ID_EMERGENCY_DECLARED},
                              PARTS[] = {FACT_ID_EMERGENCY_LEVEL, FACT_ID_EMERGENCY_NOTICE, FACT_ID_EMERGENCY_EXPECTED_END};
    bool is_over = task_given(task, FACT_ID_EMERGENCY_EXPECTED_END) &&
                   task->value[FACT_ID_EMERGENCY_EXPECTED_END].number < (int64_t)deriver->day * DAY_MINUTES;
    bool known = true;
    for (size_t i = 0; i < 3; i++) {
        if (is_stated_missing(task, PARTS[i])) is_over = true;
        if (!task_knows(task, PARTS[i])) known = false;
    }
    if (is_over || (task_knows(task, FACT_ID_EMERGENCY_DECLARED) && !task_true(task, FACT_ID_EMERGENCY_DECLARED)))
        set_bool(task, FACT_ID_EMERGENCY_RUNNING, false);
    else if (!task_knows(task, FACT_ID_EMERGENCY_DECLARED)) /* asked first: where none was declared the rest is no question */
        derive_unknown(task, out, FACT_ID_EMERGENCY_RUNNING, DECLARED, 1);
    else if (!known)
        derive_unknown(task, out, FACT_ID_EMERGENCY_RUNNING, PARTS, 3);
    else
        set_bool(task, FACT_ID_EMERGENCY_RUNNING, true);
    return true;
}

static bool derive_issuer(const struct deriver *deriver, struct task *task, struct derived *out) {
    static const enum fact_id MISSING[] = {FACT_ID_ISSUER_KIND};
    const struct plan *plan = deriver->plan;
    out->issuer_department = DEPARTMENT_ABSENT;
    if (task_knows(task, FACT_ID_ISSUER_NAME)) {
        int at = list_find_department(plan->list, task_text(task, FACT_ID_ISSUER_NAME));
        out->issuer_department = at >= 0 ? at : DEPARTMENT_STRANGE;
    }
    if (task_knows(task, FACT_ID_ISSUER_KIND))
        set_bool(task, FACT_ID_ISSUER_BINDS,
                 task_given(task, FACT_ID_ISSUER_KIND) &&
                     vocabulary_has(plan->vocabulary.binding_issuers, task->value[FACT_ID_ISSUER_KIND].number));
    else
        derive_unknown(task, out, FACT_ID_ISSUER_BINDS, MISSING, 1);
    return true;
}

/* A part of the derivation: the derived facts that it sets, and all that it reads of the task. */
struct part {
    bool (*derive)(const struct deriver *deriver, struct task *task, struct derived *out);
    enum fact_id first, last;
    size_t read_count;
    enum fact_id reads[9];
};

/* In this order: which department issues tells whether it leads the item. A test changes each fact of a task by itself. */
static const struct part PARTS[] = {
    {derive_issuer, FACT_ID_ISSUER_BINDS, FACT_ID_ISSUER_BINDS, 2, {FACT_ID_ISSUER_NAME, FACT_ID_ISSUER_KIND}},
    {derive_item, FACT_ID_ITEM_HOW, FACT_ID_ITEM_ISSUER_LEADS, 1, {FACT_ID_ISSUER_NAME}},
    {derive_towns, FACT_ID_TOWN_KNOWN, FACT_ID_TOWN_TRAVEL_HOURS, 1, {FACT_ID_TOWNSHIPS}},
    {derive_village, FACT_ID_VILLAGE_LISTED, FACT_ID_VILLAGE_NAME, 1, {FACT_ID_DEMANDS_VILLAGE_LISTED}},
    {derive_emergency,
     FACT_ID_EMERGENCY_RUNNING,
     FACT_ID_EMERGENCY_RUNNING,
     4,
     {FACT_ID_EMERGENCY_DECLARED, FACT_ID_EMERGENCY_LEVEL, FACT_ID_EMERGENCY_NOTICE, FACT_ID_EMERGENCY_EXPECTED_END}},
    {derive_resources,
     FACT_ID_FUNDS_NEEDED,
     FACT_ID_STAFF_NEEDED,
     3,
     {FACT_ID_FUNDS_REQUIRED, FACT_ID_STAFF_REQUIRED, FACT_ID_STAFF_DAYS}},
    {derive_powers,
     FACT_ID_POWERS_NEEDED,
     FACT_ID_POWERS_MISSING,
     6,
     {FACT_ID_KIND, FACT_ID_ACTIONS, FACT_ID_POWERS_REQUIRED, FACT_ID_POWERS_GRANTED, FACT_ID_TITLE, FACT_ID_TOWNSHIPS}},
    {derive_history,
     FACT_ID_HISTORY_SAME_TOPIC_DEPARTMENTS,
     FACT_ID_HISTORY_MEETINGS_THAT_DAY,
     9,
     {FACT_ID_ID, FACT_ID_TITLE, FACT_ID_KIND, FACT_ID_ISSUER_NAME, FACT_ID_TOWNSHIPS, FACT_ID_DEMANDS_FORMS,
      FACT_ID_INSPECTION_AT, FACT_ID_MEETING_AT, FACT_ID_ASSESSMENT_SEPARATE}},
};

enum { PART_COUNT = sizeof PARTS / sizeof *PARTS };

bool derive_all(const struct deriver *deriver, struct task *task, struct derived *out) {
    out->bounded = (struct fact_set){{0}};
    for (size_t i = 0; i < PART_COUNT; i++)
        if (!PARTS[i].derive(deriver, task, out)) return false;
    return true;
}

static bool reads(const struct part *part, const struct fact_set *changed) {
    for (size_t i = 0; i < part->read_count; i++)
        if (fact_set_has(changed, part->reads[i])) return true;
    return false;
}

static void take_derived(const struct task *from, struct task *to) {
    memcpy(&to->value[FIRST_DERIVED], &from->value[FIRST_DERIVED], DERIVED_COUNT * sizeof *to->value);
    for (size_t fact = FIRST_DERIVED; fact < FIRST_MONTH; fact++)
        if (fact_set_has(&from->known, fact))
            fact_set_add(&to->known, fact);
        else
            fact_set_drop(&to->known, fact);
}

bool derive_again(const struct deriver *deriver, const struct derivation *before, const struct fact_set *changed,
                  struct task *task, struct derived *out, struct fact_set *renewed) {
    take_derived(before->task, task);
    *out = *before->derived;
    for (size_t i = 0; i < PART_COUNT; i++) {
        const struct part *part = &PARTS[i];
        if (!reads(part, changed)) continue;
        for (size_t fact = part->first; fact <= part->last; fact++) {
            fact_set_drop(&out->bounded, fact);
            fact_set_add(renewed, fact);
        }
        if (!part->derive(deriver, task, out)) return false;
    }
    return true;
}

static bool is_same_set(const struct fact_set *a, const struct fact_set *b) { return memcmp(a, b, sizeof *a) == 0; }

/* Texts and lists are the same when they are the same bytes in memory; made apart they are taken as different. */
static bool is_same_value(const struct value *a, const struct value *b) {
    if (a->state != b->state || a->state != VALUE_GIVEN) return a->state == b->state;
    return a->number == b->number && a->count == b->count && a->whole_day == b->whole_day;
}

static bool is_same(const struct derivation *before, const struct derivation *after, size_t fact) {
    const bool known = fact_set_has(&before->task->known, fact);
    const size_t at = fact - FIRST_DERIVED;
    if (known != fact_set_has(&after->task->known, fact)) return false;
    if (fact_set_has(&before->derived->bounded, fact) || fact_set_has(&after->derived->bounded, fact)) return false;
    return known ? is_same_value(&before->task->value[fact], &after->task->value[fact])
                 : is_same_set(&before->derived->missing[at], &after->derived->missing[at]);
}

void derive_drop_same(const struct derivation *before, const struct derivation *after, struct fact_set *renewed) {
    for (size_t word = 0; word < FACT_WORDS; word++)
        for (uint64_t left = renewed->words[word]; left != 0; left &= left - 1) {
            const size_t fact = word * 64 + (size_t)__builtin_ctzll(left);
            if (is_same(before, after, fact)) fact_set_drop(renewed, fact);
        }
}

static unsigned group_of(size_t fact) {
    if (fact == FACT_ID_FUNDS_NEEDED) return 1;
    return fact == FACT_ID_STAFF_NEEDED ? 2 : 4; /* else one of the powers */
}

bool derive_moves_together(const struct fact_set *facts) {
    unsigned groups = 0;
    for (size_t word = 0; word < FACT_WORDS; word++)
        for (uint64_t left = facts->words[word]; left != 0; left &= left - 1)
            groups |= group_of(word * 64 + (size_t)__builtin_ctzll(left));
    return groups == 1 || groups == 2 || groups == 4;
}
