/* ledger_json.c - the ledger's pages as JSON: keys in byte order, null where nothing was said. */
#include <say/ledger/ledger_inside.h>

static void write_text(struct writer *writer, struct str text) {
    if (text.length > 0)
        writer_string(writer, text);
    else
        writer_null(writer);
}

static void write_minute(struct writer *writer, int64_t minute) {
    if (minute == DAY_NONE)
        writer_null(writer);
    else
        say_write_minute(writer, minute);
}

static void write_digest(struct writer *writer, const struct digest *digest) {
    char text[72];
    digest_text(digest, text);
    writer_name(writer, (struct str){text, 71});
}

/* JSON that stands in the ledger as it is; null when there is none. */
static void write_stored(struct writer *writer, struct str json) {
    if (json.length > 0)
        writer_raw(writer, json);
    else
        writer_null(writer);
}

void ledger_json_fault(struct buf *out, int64_t row, enum ledger_fault fault, quanze_language language) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "row");
    writer_int(&writer, row);
    WRITER_NEXT(&writer, "why");
    writer_string(&writer, ledger_fault_words(fault, language));
    writer_close(&writer, '}');
}

void ledger_json_faults_end(struct buf *out, const struct ledger_verified *verified) {
    char head[72];
    digest_text(&verified->head, head);
    buf_printf(out,
               "],\"clock_jumps\":%zu,\"faults\":%zu,\"format\":\"quanze/verify/"
               "1\",\"head\":\"%s\",\"ok\":%s,\"rows\":%lld,\"seals\":%zu}\n",
               verified->clock_jumps, verified->broken, head, verified->broken == 0 ? "true" : "false",
               (long long)verified->rows, verified->seals);
}

void ledger_json_entries(struct buf *out, const struct quanze_entry_summary *total) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "added");
    writer_int(&writer, (int64_t)total->added);
    WRITER_NEXT(&writer, "duplicates");
    writer_int(&writer, (int64_t)total->duplicates);
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/ledger-add/1"));
    WRITER_NEXT(&writer, "other_versions");
    writer_int(&writer, (int64_t)total->other_versions);
    WRITER_NEXT(&writer, "rejected");
    writer_int(&writer, (int64_t)total->rejected);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}

void ledger_json_line(struct buf *out, const struct ledger_line *line) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "about");
    if (line->about > 0)
        writer_int(&writer, line->about);
    else
        writer_null(&writer);
    WRITER_NEXT(&writer, "at");
    write_minute(&writer, line->at);
    WRITER_NEXT(&writer, "by");
    write_text(&writer, line->by);
    WRITER_NEXT(&writer, "clock_went_back");
    writer_bool(&writer, line->clock_went_back);
    WRITER_NEXT(&writer, "detail");
    write_text(&writer, line->detail);
    WRITER_NEXT(&writer, "hash");
    write_digest(&writer, &line->hash);
    WRITER_NEXT(&writer, "kind");
    writer_name(&writer, line->kind);
    WRITER_NEXT(&writer, "row");
    writer_int(&writer, line->seq);
    WRITER_NEXT(&writer, "task");
    write_text(&writer, line->id);
    WRITER_NEXT(&writer, "what");
    write_text(&writer, line->what);
    writer_close(&writer, '}');
}

void ledger_json_export(struct buf *out, const struct ledger_export *row) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "as_of");
    say_write_day(&writer, row->as_of);
    WRITER_NEXT(&writer, "at");
    write_minute(&writer, row->at);
    WRITER_NEXT(&writer, "decided_at");
    write_minute(&writer, row->decided_at);
    WRITER_NEXT(&writer, "decision");
    write_stored(&writer, row->record);
    WRITER_NEXT(&writer, "facts");
    write_stored(&writer, row->facts);
    WRITER_NEXT(&writer, "hash");
    write_digest(&writer, &row->hash);
    WRITER_NEXT(&writer, "id");
    writer_string(&writer, row->id);
    WRITER_NEXT(&writer, "latest");
    writer_bool(&writer, row->is_latest);
    WRITER_NEXT(&writer, "record");
    writer_name(&writer, STR("task"));
    WRITER_NEXT(&writer, "row");
    writer_int(&writer, row->seq);
    WRITER_NEXT(&writer, "state");
    writer_name(&writer, row->state);
    WRITER_NEXT(&writer, "verdict");
    write_text(&writer, row->verdict);
    writer_close(&writer, '}');
}

void ledger_json_due(struct buf *out, const struct ledger_due *due) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "due_on");
    say_write_day(&writer, due->due_on);
    WRITER_NEXT(&writer, "id");
    writer_string(&writer, due->id);
    WRITER_NEXT(&writer, "state");
    writer_name(&writer, due->state);
    WRITER_NEXT(&writer, "title");
    write_text(&writer, due->title);
    WRITER_NEXT(&writer, "why");
    write_text(&writer, due->why);
    writer_close(&writer, '}');
}

void ledger_json_complaint(struct buf *out, const struct ledger_complaint_line *line) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "answer");
    write_text(&writer, line->answer);
    WRITER_NEXT(&writer, "answered_by");
    write_text(&writer, line->office);
    WRITER_NEXT(&writer, "answered_on");
    say_write_day(&writer, line->answered_on);
    WRITER_NEXT(&writer, "day");
    say_write_day(&writer, line->day);
    WRITER_NEXT(&writer, "department");
    write_text(&writer, line->complaint.department);
    WRITER_NEXT(&writer, "ground");
    write_text(&writer, line->complaint.ground);
    WRITER_NEXT(&writer, "number");
    writer_int(&writer, line->number);
    WRITER_NEXT(&writer, "row");
    writer_int(&writer, line->seq);
    WRITER_NEXT(&writer, "times");
    writer_int(&writer, line->times);
    WRITER_NEXT(&writer, "words");
    writer_string(&writer, line->complaint.words);
    writer_close(&writer, '}');
}

void ledger_json_correction(struct buf *out, const struct ledger_correction_line *line) {
    const struct ledger_correction *correction = &line->correction;
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "changed_on");
    say_write_day(&writer, line->changed_on);
    WRITER_NEXT(&writer, "department");
    writer_string(&writer, correction->department);
    WRITER_NEXT(&writer, "due_on");
    say_write_day(&writer, correction->due_on);
    WRITER_NEXT(&writer, "ground");
    write_text(&writer, correction->ground);
    WRITER_NEXT(&writer, "matter");
    writer_string(&writer, correction->matter);
    WRITER_NEXT(&writer, "months");
    writer_int(&writer, line->months);
    WRITER_NEXT(&writer, "number");
    writer_int(&writer, line->number);
    WRITER_NEXT(&writer, "opened_on");
    say_write_day(&writer, line->opened_on);
    WRITER_NEXT(&writer, "relapses");
    writer_int(&writer, line->relapses);
    WRITER_NEXT(&writer, "row");
    writer_int(&writer, line->seq);
    WRITER_NEXT(&writer, "rule");
    write_text(&writer, correction->rule);
    WRITER_NEXT(&writer, "state");
    writer_name(&writer, ledger_correction_state_name(line->state));
    WRITER_NEXT(&writer, "task");
    write_text(&writer, correction->task);
    WRITER_NEXT(&writer, "why");
    write_text(&writer, line->why);
    writer_close(&writer, '}');
}

static void write_finding(struct writer *writer, const struct ledger_finding *finding) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "basis");
    write_text(writer, finding->basis);
    WRITER_NEXT(writer, "family");
    write_text(writer, finding->family);
    WRITER_NEXT(writer, "ground");
    write_text(writer, finding->ground);
    WRITER_NEXT(writer, "level");
    write_text(writer, finding->level);
    WRITER_NEXT(writer, "message");
    write_text(writer, finding->message);
    WRITER_NEXT(writer, "rule");
    write_text(writer, finding->rule);
    WRITER_NEXT(writer, "status");
    write_text(writer, finding->status);
    writer_close(writer, '}');
}

static void write_versions(struct writer *writer, const struct ledger_story_decision *decision) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "as_of");
    say_write_day(writer, decision->as_of);
    WRITER_NEXT(writer, "calendar");
    write_text(writer, decision->calendar);
    WRITER_NEXT(writer, "engine");
    write_text(writer, decision->engine);
    WRITER_NEXT(writer, "list");
    write_text(writer, decision->list);
    WRITER_NEXT(writer, "rules");
    write_text(writer, decision->rules);
    WRITER_NEXT(writer, "thesaurus");
    write_text(writer, decision->thesaurus);
    writer_close(writer, '}');
}

static void write_decision(struct writer *writer, const struct ledger_story_decision *decision) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "at");
    write_minute(writer, decision->at);
    WRITER_NEXT(writer, "findings");
    writer_open(writer, '[');
    for (size_t i = 0; i < decision->finding_count; i++) write_finding(writer, &decision->findings[i]);
    writer_close(writer, ']');
    WRITER_NEXT(writer, "item");
    write_text(writer, decision->item);
    WRITER_NEXT(writer, "record");
    write_stored(writer, decision->record);
    WRITER_NEXT(writer, "row");
    writer_int(writer, decision->seq);
    WRITER_NEXT(writer, "verdict");
    write_text(writer, decision->verdict);
    WRITER_NEXT(writer, "versions");
    write_versions(writer, decision);
    writer_close(writer, '}');
}

static void write_move(struct writer *writer, const struct ledger_story_move *move) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "approved_by");
    write_text(writer, move->approved_by);
    WRITER_NEXT(writer, "at");
    write_minute(writer, move->at);
    WRITER_NEXT(writer, "basis");
    write_text(writer, move->basis);
    WRITER_NEXT(writer, "due_on");
    say_write_day(writer, move->due_on);
    WRITER_NEXT(writer, "due_why");
    write_text(writer, move->due_why);
    WRITER_NEXT(writer, "from");
    write_text(writer, move->from);
    WRITER_NEXT(writer, "grounds");
    write_text(writer, move->grounds);
    WRITER_NEXT(writer, "letter");
    write_text(writer, move->letter);
    WRITER_NEXT(writer, "office");
    write_text(writer, move->office);
    WRITER_NEXT(writer, "person");
    write_text(writer, move->person);
    WRITER_NEXT(writer, "role");
    write_text(writer, move->role);
    WRITER_NEXT(writer, "row");
    writer_int(writer, move->seq);
    WRITER_NEXT(writer, "to");
    write_text(writer, move->to);
    WRITER_NEXT(writer, "why");
    write_text(writer, move->why);
    writer_close(writer, '}');
}

static void write_task(struct writer *writer, const struct ledger_story_task *task) {
    writer_open(writer, '{');
    WRITER_FIRST(writer, "at");
    write_minute(writer, task->at);
    WRITER_NEXT(writer, "facts");
    write_stored(writer, task->facts);
    WRITER_NEXT(writer, "row");
    writer_int(writer, task->seq);
    writer_close(writer, '}');
}

void ledger_json_story(struct buf *out, const struct ledger_story *story) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "decisions");
    writer_open(&writer, '[');
    for (size_t i = 0; i < story->decision_count; i++) write_decision(&writer, &story->decisions[i]);
    writer_close(&writer, ']');
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/ledger-show/1"));
    WRITER_NEXT(&writer, "id");
    writer_string(&writer, story->id);
    WRITER_NEXT(&writer, "moves");
    writer_open(&writer, '[');
    for (size_t i = 0; i < story->move_count; i++) write_move(&writer, &story->moves[i]);
    writer_close(&writer, ']');
    WRITER_NEXT(&writer, "state");
    writer_name(&writer, state_at(story->state)->name);
    WRITER_NEXT(&writer, "versions");
    writer_open(&writer, '[');
    for (size_t i = 0; i < story->task_count; i++) write_task(&writer, &story->tasks[i]);
    writer_close(&writer, ']');
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}

void ledger_json_move(struct buf *out, const struct ledger_move *move, int64_t row) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    writer_open(&writer, '{');
    WRITER_FIRST(&writer, "due_on");
    say_write_day(&writer, move->due_on);
    WRITER_NEXT(&writer, "due_why");
    write_text(&writer, move->due_why);
    WRITER_NEXT(&writer, "format");
    writer_name(&writer, STR("quanze/move/1"));
    WRITER_NEXT(&writer, "from");
    writer_name(&writer, state_at(move->from)->name);
    WRITER_NEXT(&writer, "id");
    writer_string(&writer, move->id);
    WRITER_NEXT(&writer, "row");
    writer_int(&writer, row);
    WRITER_NEXT(&writer, "to");
    writer_name(&writer, state_at(move->to)->name);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
}
