#include <base/buf.h>
#include <decide/lapse.h>
#include <decide/power.h>
#include <decide/power_index.h>

#define MOST_NAMES 5 /* that one warning tells; further ones are counted */

/* Ids to be told in one sentence. */
struct id_list {
    struct str at[MOST_NAMES];
    size_t count; /* of all of them */
};

static void add_id(struct id_list *ids, struct str id) {
    if (ids->count < MOST_NAMES) ids->at[ids->count] = id;
    ids->count++;
}

/* What is looked for, and where it is told. */
struct lapse {
    const struct plan *plan;
    struct power_cache *powers;
    struct problems *problems;
    int32_t today, horizon; /* the last day that is soon */
    int evaluation_months;
    struct id_list rules; /* that ask for powers */
    bool failed;
};

static bool is_soon(const struct lapse *lapse, struct validity validity) {
    return validity.to != DAY_NONE && validity.to <= lapse->horizon && validity_holds(validity, lapse->today);
}

static bool has_bit(const uint64_t *bits, size_t at) { return (bits[at / 64] >> (at % 64)) & 1; }

/* Whether an entry is about an item: it fits it, or is about everything. */
static bool is_about(const struct lapse *lapse, const uint64_t *fits, size_t entry) {
    const struct power_index *index = &lapse->plan->powers;
    return has_bit(fits, entry) || (!has_bit(index->bound, entry) && !has_bit(index->worded, entry));
}

static bool needs_power(const struct item *item, int power) {
    for (size_t i = 0; i < item->power_count; i++)
        if (item->powers[i].power == power) return true;
    return false;
}

/* Whether another entry gives an item the same power on a day. */
static bool is_covered(const struct lapse *lapse, size_t entry, const uint64_t *fits, int32_t day) {
    const struct list *list = lapse->plan->list;
    const uint64_t *lawful = power_cache_lawful(lapse->powers, day);
    for (size_t i = 0; i < list->power_count; i++) {
        bool is_other = i != entry && list->powers[i].power.power == list->powers[entry].power.power;
        if (is_other && has_bit(lawful, i) && is_about(lapse, fits, i)) return true;
    }
    return false;
}

/* The items that are left without a power when an entry ends with the day `last`. */
static void name_items(struct lapse *lapse, size_t entry, int32_t last, struct id_list *out) {
    const struct list *list = lapse->plan->list;
    for (size_t i = 0; i < list->item_count && !lapse->failed; i++) {
        const struct item *item = &list->items[i];
        if (!needs_power(item, list->powers[entry].power.power) || !validity_holds(item->validity, last)) continue;
        const uint64_t *fits = power_cache_fits(lapse->powers, (int)i);
        lapse->failed = !fits;
        if (fits && is_about(lapse, fits, entry) && !is_covered(lapse, entry, fits, last + 1)) add_id(out, item->id);
    }
}

/* One sentence in both languages. */
struct sentence {
    struct buf zh, en;
};

static void tell(struct lapse *lapse, const char *code, struct place place, struct sentence *sentence) {
    buf_put_char(&sentence->zh, '\0');
    buf_put_char(&sentence->en, '\0');
    if (sentence->zh.failed || sentence->en.failed)
        lapse->failed = true;
    else
        problem_warning(lapse->problems, code, place, "%s%.0s", "%.0s%s", sentence->zh.at, sentence->en.at);
    buf_free(&sentence->zh);
    buf_free(&sentence->en);
}

/* "，事项 C-014、C-020 等 7 项" */
static void put_ids(struct sentence *out, const char *zh, const char *en, const struct id_list *ids) {
    if (ids->count == 0) return;
    const size_t shown = ids->count < MOST_NAMES ? ids->count : MOST_NAMES;
    buf_put_text(&out->zh, zh);
    buf_put_text(&out->en, en);
    for (size_t i = 0; i < shown; i++) {
        if (i > 0) buf_put_text(&out->zh, "、");
        if (i > 0) buf_put_text(&out->en, ", ");
        buf_put(&out->zh, ids->at[i]);
        buf_put(&out->en, ids->at[i]);
    }
    if (ids->count == shown) return;
    buf_printf(&out->zh, " 等 %zu 项", ids->count);
    buf_printf(&out->en, " and %zu more", ids->count - shown);
}

/* "行政处罚权（违规燃放烟花爆竹）" */
static void put_power(struct sentence *out, const struct power_held *held) {
    const struct choice *power = &choices_of("POWER").at[held->power.power];
    const struct str matter = held->power.matter;
    buf_put(&out->zh, power->zh);
    buf_put(&out->en, power->en);
    if (matter.length == 0) return;
    buf_printf(&out->zh, "（%.*s）", (int)matter.length, matter.at);
    buf_printf(&out->en, " (%.*s)", (int)matter.length, matter.at);
}

static void put_end(const struct lapse *lapse, struct sentence *out, int32_t last) {
    char text[24];
    day_format(last, text);
    buf_printf(&out->zh, "将于 %s 到期，还有 %d 天", text, last - lapse->today);
    buf_printf(&out->en, " ends on %s, in %d days", text, last - lapse->today);
}

static void check_power(struct lapse *lapse, size_t entry) {
    const struct power_held *held = &lapse->plan->list->powers[entry];
    if (!is_soon(lapse, held->validity)) return;
    struct sentence sentence = {{0}, {0}};
    struct id_list items = {.count = 0};
    name_items(lapse, entry, held->validity.to, &items);
    put_power(&sentence, held);
    put_end(lapse, &sentence, held->validity.to);
    put_ids(&sentence, "；此后缺这项权力的事项：", "; items left without it: ", &items);
    if (items.count > 0) put_ids(&sentence, "；要看权力的规则：", "; rules that ask for powers: ", &lapse->rules);
    tell(lapse, "lapses-soon", held->place, &sentence);
}

static int32_t months_after(int32_t day, int months) {
    struct civil civil = day_to_civil(day);
    const int month = civil.month - 1 + months;
    civil.year += month / 12;
    civil.month = month % 12 + 1;
    const struct civil next = {civil.year + (civil.month == 12), civil.month % 12 + 1, 1};
    const int days = day_from_civil(next) - day_from_civil((struct civil){civil.year, civil.month, 1});
    if (civil.day > days) civil.day = days;
    return day_from_civil(civil);
}

/* A power that is handed down has to be evaluated again. */
static void check_evaluation(struct lapse *lapse, const struct power_held *held) {
    const bool is_delegated = held->mode == lapse->plan->vocabulary.delegated;
    if (!is_delegated || held->evaluated_on == DAY_NONE || !validity_holds(held->validity, lapse->today)) return;
    const int32_t due = months_after(held->evaluated_on, lapse->evaluation_months);
    if (due > lapse->horizon || (held->validity.to != DAY_NONE && due > held->validity.to)) return;
    struct sentence sentence = {{0}, {0}};
    char last[24], next[24];
    day_format(held->evaluated_on, last);
    day_format(due, next);
    put_power(&sentence, held);
    if (due < lapse->today) {
        buf_printf(&sentence.zh, "上次评估是 %s，应在 %s 前再评估，已经过期", last, next);
        buf_printf(&sentence.en, " was evaluated on %s; the next evaluation was due by %s", last, next);
    } else {
        buf_printf(&sentence.zh, "上次评估是 %s，应在 %s 前再评估", last, next);
        buf_printf(&sentence.en, " was evaluated on %s; the next evaluation is due by %s", last, next);
    }
    tell(lapse, "evaluation-due", held->place, &sentence);
}

static void check_item(struct lapse *lapse, const struct item *item) {
    if (!is_soon(lapse, item->validity)) return;
    struct sentence sentence = {{0}, {0}};
    buf_printf(&sentence.zh, "事项 %.*s ", (int)item->id.length, item->id.at);
    buf_printf(&sentence.en, "item %.*s", (int)item->id.length, item->id.at);
    put_end(lapse, &sentence, item->validity.to);
    tell(lapse, "lapses-soon", item->place, &sentence);
}

static void check_waiver(struct lapse *lapse, const struct waiver *waiver) {
    if (!is_soon(lapse, waiver->validity)) return;
    struct sentence sentence = {{0}, {0}};
    const struct id_list rule = {{waiver->rule}, 1};
    buf_printf(&sentence.zh, "豁免 %.*s ", (int)waiver->id.length, waiver->id.at);
    buf_printf(&sentence.en, "waiver %.*s", (int)waiver->id.length, waiver->id.at);
    put_end(lapse, &sentence, waiver->validity.to);
    put_ids(&sentence, "；此后照常适用的规则：", "; the rule that then binds again: ", &rule);
    tell(lapse, "lapses-soon", waiver->place, &sentence);
}

static bool asks_for_powers(const struct rule *rule) {
    for (size_t fact = FACT_ID_POWERS_NEEDED; fact <= FACT_ID_POWERS_MISSING; fact++)
        if (fact_set_has(&rule->need_set, fact) || fact_set_has(&rule->filter_set, fact)) return true;
    return false;
}

static int whole_parameter(const struct list *list, struct str name, int32_t day, int otherwise) {
    const struct parameter *parameter = list_parameter_on(list, name, day);
    return parameter && parameter->value <= 10000 ? (int)(parameter->value + 0.5) : otherwise;
}

static void check_list(struct lapse *lapse) {
    const struct list *list = lapse->plan->list;
    const struct rulebook *book = lapse->plan->book;
    for (size_t i = 0; i < book->count; i++)
        if (rule_holds(&book->rules[i], lapse->today) && asks_for_powers(&book->rules[i]))
            add_id(&lapse->rules, book->rules[i].id);
    for (size_t i = 0; i < list->item_count && !lapse->failed; i++) check_item(lapse, &list->items[i]);
    for (size_t i = 0; i < list->waiver_count && !lapse->failed; i++) check_waiver(lapse, &list->waivers[i]);
    for (size_t i = 0; i < list->power_count && !lapse->failed; i++) {
        check_power(lapse, i);
        check_evaluation(lapse, &list->powers[i]);
    }
}

quanze_status lapse_report(const struct plan *plan, int32_t today, struct problems *problems, struct quanze_error *error) {
    enum { WARNING_DAYS = 60, EVALUATION_MONTHS = 12 };
    struct lapse lapse = {.plan = plan, .problems = problems, .today = today};
    lapse.horizon = today + whole_parameter(plan->list, STR("lapse_warning_days"), today, WARNING_DAYS);
    lapse.evaluation_months = whole_parameter(plan->list, STR("evaluation_months"), today, EVALUATION_MONTHS);
    quanze_status status = power_cache_open(plan, &lapse.powers, error);
    if (status != QUANZE_OK) return status;
    check_list(&lapse);
    power_cache_close(lapse.powers);
    return lapse.failed || problems->out_of_memory ? error_memory(error) : QUANZE_OK;
}
