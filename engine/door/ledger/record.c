#include <audit/brief.h>
#include <decide/plan.h>
#include <door/ledger/record.h>

void record_form_make(struct record_form *out) {
    say_fact_order_make(&out->order);
    short_words_make(&out->words);
}

void record_world_make(const struct quanze *engine, struct record_world *out) {
    out->engine = engine;
    record_form_make(&out->form);
    share_words_make(&out->words);
    digest_text(&engine->list.digest, out->list);
    digest_text(&engine->book->digest, out->rules);
    out->calendar[0] = out->thesaurus[0] = '\0';
    if (engine->has_calendar) digest_text(&engine->calendar.digest, out->calendar);
    if (engine->thesaurus.is_read) digest_text(&engine->thesaurus.digest, out->thesaurus);
    out->versions = (struct ledger_versions){.engine = STR(QUANZE_VERSION),
                                             .list = str_of(out->list),
                                             .rules = str_of(out->rules),
                                             .calendar = str_of(out->calendar),
                                             .thesaurus = str_of(out->thesaurus)};
    ledger_versions_finish(&out->versions);
}

/* In the arena; what stood in `scratch` goes. */
static bool take_brief(const struct task *task, const struct history_keys *keys, struct buf *scratch, struct arena *arena,
                       struct str *out) {
    struct audit_brief brief;
    if (!audit_brief_make(task, keys, arena, &brief)) return false;
    buf_clear(scratch);
    audit_brief_write(&brief, scratch);
    *out = arena_copy(arena, buf_str(scratch));
    return !scratch->failed && out->at;
}

bool record_task(const struct record_form *form, const struct task *task, int32_t day, struct buf *scratch, struct arena *arena,
                 struct ledger_task *out) {
    struct history_keys keys;
    buf_clear(scratch);
    say_task_json(scratch, task, &form->order);
    return !scratch->failed && history_keys_make(task, day, arena, &keys) &&
           ledger_task_make(task, &keys, buf_str(scratch), arena, out) && short_task(&form->words, arena, out) &&
           take_brief(task, &keys, scratch, arena, &out->brief);
}

static bool is_kept(const struct finding *finding) {
    return finding->status == STATUS_FAIL || finding->status == STATUS_WAIVED || finding->status == STATUS_ERROR;
}

static bool take_finding(const struct finding *finding, struct buf *scratch, struct arena *arena, struct ledger_finding *out) {
    const struct rule *rule = finding->rule;
    *out = (struct ledger_finding){.rule = rule->id,
                                   .family = family_name(rule->family),
                                   .status = status_name(finding->status),
                                   .level = level_name(rule->level),
                                   .ground = rule->ground < 0 ? STR("") : choices_of("GROUND").at[rule->ground].name};
    buf_clear(scratch);
    say_finding_words(scratch, finding, QUANZE_ZH);
    out->message = arena_copy(arena, buf_str(scratch));
    buf_clear(scratch);
    say_finding_basis(scratch, finding);
    out->basis = arena_copy(arena, buf_str(scratch));
    return !scratch->failed && out->message.at && out->basis.at;
}

static bool take_findings(const struct decision *decision, struct buf *scratch, struct arena *arena, struct entry *out) {
    struct ledger_finding *findings = arena_take_array(arena, decision->finding_count, sizeof *findings);
    out->waivers = arena_take_array(arena, decision->finding_count, sizeof *out->waivers);
    out->decision.findings = findings;
    if (!findings || !out->waivers) return false;
    for (size_t i = 0; i < decision->finding_count; i++) {
        const struct finding *finding = &decision->findings[i];
        if (!is_kept(finding)) continue;
        if (!take_finding(finding, scratch, arena, &findings[out->decision.finding_count++])) return false;
        if (finding->waiver) out->waivers[out->waiver_count++] = finding->waiver;
    }
    return true;
}

static bool take_share(const struct share_source *source, struct buf *scratch, struct arena *arena, struct ledger_share *out) {
    share_write(source, scratch);
    out->department = arena_copy(arena, task_text(source->task, FACT_ID_ISSUER_NAME));
    out->lines = arena_copy(arena, buf_str(scratch));
    return !scratch->failed && out->department.at && out->lines.at;
}

bool record_share(const struct share_words *words, const struct task *task, struct buf *scratch, struct arena *arena,
                  struct ledger_share *out) {
    return take_share(&(struct share_source){.words = words, .task = task}, scratch, arena, out);
}

static bool take_decided_share(const struct record_world *world, const struct decision *decision, struct buf *scratch,
                               struct arena *arena, struct ledger_share *out) {
    const struct quanze *engine = world->engine;
    const struct share_source source = {
        .words = &world->words,
        .task = decision->task,
        .decision = decision,
        .list = &engine->list,
        .calendar = engine_calendar(engine),
        .min_notice_workdays = plan_value_on(&engine->plan->min_notice_workdays, decision->as_of),
    };
    return take_share(&source, scratch, arena, out);
}

bool record_decision(const struct record_world *world, const struct decision *decision, struct buf *scratch,
                     struct arena *arena, struct entry *out) {
    const struct quanze *engine = world->engine;
    const struct say_world words = engine_world(engine);
    const struct item *item = decision->match.item < 0 ? NULL : &engine->list.items[decision->match.item];
    out->waiver_count = 0;
    out->decision = (struct ledger_decision){.versions = &world->versions,
                                             .as_of = decision->as_of,
                                             .papers_due = decision->provisional ? decision->papers_due : DAY_NONE,
                                             .verdict = verdict_name(decision->verdict)};
    if (item) out->decision.item = item->id;
    if (item) out->decision.item_kind = choices_of("ITEM_KIND").at[item->kind].name;
    buf_clear(scratch);
    say_decision_record(scratch, decision, &words);
    out->decision.record = arena_copy(arena, buf_str(scratch));
    if (scratch->failed || !out->decision.record.at || !take_findings(decision, scratch, arena, out) ||
        !take_decided_share(world, decision, scratch, arena, &out->share))
        return false;
    ledger_decision_finish(&out->decision);
    return short_decision(&world->form.words, arena, &out->decision);
}

static quanze_status add_waiver(const struct record_world *world, struct ledger *ledger, const struct waiver *waiver,
                                int64_t now, struct quanze_error *error) {
    const struct list *list = &world->engine->list;
    const struct ledger_waiver row = {.id = waiver->id,
                                      .rule = waiver->rule,
                                      .department =
                                          waiver->department < 0 ? STR("") : list->departments[waiver->department].name,
                                      .reason = waiver->reason,
                                      .requested_by = waiver->requested_by,
                                      .approved_by = waiver->approved_by,
                                      .validity = waiver->validity};
    struct ledger_added added;
    return ledger_add_waiver(ledger, &row, now, &added, error);
}

quanze_status record_add(const struct record_world *world, struct ledger *ledger, const struct entry *entry, int64_t now,
                         bool *is_new, struct quanze_error *error) {
    struct ledger_added task, decision;
    quanze_status status = ledger_add_task(ledger, &entry->task, now, &task, error);
    for (size_t i = 0; i < entry->waiver_count && status == QUANZE_OK; i++)
        status = add_waiver(world, ledger, entry->waivers[i], now, error);
    if (status == QUANZE_OK) status = ledger_add_decision(ledger, &task, &entry->decision, now, &decision, error);
    if (status == QUANZE_OK && !decision.is_duplicate) status = ledger_roll(ledger, &entry->task, &task, &entry->share, error);
    if (status == QUANZE_OK) *is_new = !decision.is_duplicate;
    return status;
}
