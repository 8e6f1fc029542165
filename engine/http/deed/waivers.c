#include <http/deed/waivers.h>

#include <base/alloc.h>
#include <base/utf8.h>
#include <http/state/data_file.h>
#include <http/wire/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define WAIVERS_FILE "waivers"
#define HEAD "quanze/waivers/1"
#define TRIAL_FILE "trial-" WAIVERS_YAML

static const struct str STATES[] = {STR_INIT("proposed"), STR_INIT("confirmed"), STR_INIT("refused")};

static bool read_note(struct str line, struct arena *arena, struct waiver_note *out) {
    for (int i = 0; i < WAIVER_COLUMNS; i++) {
        out->column[i] = arena_copy(arena, data_cut(&line, '\t'));
        if (!out->column[i].at) return false;
    }
    for (size_t i = 0; i < sizeof STATES / sizeof *STATES; i++) {
        out->state = (enum waiver_state)i;
        if (str_equal(out->column[WAIVER_STATE], STATES[i])) return line.length == 0;
    }
    return false;
}

static size_t count_lines(struct str text) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) count += text.at[i] == '\n';
    return count;
}

static quanze_status read_lines(struct str text, const char *path, struct waivers *out, struct quanze_error *error) {
    const size_t room = count_lines(text) + 2; /* one more than there are: for the one to be added */
    out->at = arena_take_array(&out->arena, room, sizeof *out->at);
    if (!out->at) return error_memory(error);
    if (text.length > 0 && !str_equal(data_cut(&text, '\n'), STR(HEAD)))
        return error_at(error, QUANZE_BAD_DATA, (struct place){path, 1, 1}, "第一行应为 %s", "the first line should be %s",
                        HEAD);
    for (unsigned line = 2; text.length > 0; line++)
        if (!read_note(data_cut(&text, '\n'), &out->arena, &out->at[out->count++]))
            return error_at(error, QUANZE_BAD_DATA, (struct place){path, line, 1}, "这一行不是豁免，应有以制表符分开的 %d 栏",
                            "this line is no waiver; expected %d columns parted by tabs", WAIVER_COLUMNS);
    return QUANZE_OK;
}

quanze_status waivers_read(const char *folder, struct waivers *out, struct quanze_error *error) {
    char path[PATH_MAX];
    struct str text = STR("");
    bool is_there = false;
    *out = (struct waivers){.count = 0};
    quanze_status status = data_path(folder, WAIVERS_FILE, path, error);
    if (status == QUANZE_OK) status = data_read(folder, WAIVERS_FILE, &out->arena, &text, &is_there, error);
    return status == QUANZE_OK ? read_lines(is_there ? text : STR(""), path, out, error) : status;
}

void waivers_free(struct waivers *waivers) { arena_free(&waivers->arena); }

/* A column: one line without tabs. */
static void put_column(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.length; i++) buf_put_char(out, (unsigned char)text.at[i] < 0x20 ? ' ' : text.at[i]);
}

static quanze_status write_notes(const char *folder, const struct waivers *waivers, struct quanze_error *error) {
    struct buf text = {0};
    buf_put_text(&text, HEAD "\n");
    for (size_t i = 0; i < waivers->count; i++)
        for (int column = 0; column < WAIVER_COLUMNS; column++) {
            const struct waiver_note *note = &waivers->at[i];
            put_column(&text, column == WAIVER_STATE ? STATES[note->state] : note->column[column]);
            buf_put_char(&text, column + 1 < WAIVER_COLUMNS ? '\t' : '\n');
        }
    const quanze_status status = text.failed ? error_memory(error) : data_replace(folder, WAIVERS_FILE, buf_str(&text), error);
    buf_free(&text);
    return status;
}

static void put_member(struct buf *out, const char *name, struct str text) {
    if (text.length == 0) return;
    buf_printf(out, ", %s: ", name);
    json_put_text(out, text);
}

/* The id at the end of "name id". */
static struct str last_word(struct str text) {
    size_t from = text.length;
    while (from > 0 && text.at[from - 1] != ' ') from--;
    return (struct str){text.at + from, text.length - from};
}

/* A string of JSON is one of YAML, too. */
static void put_waiver(struct buf *out, const struct waiver_note *note) {
    const struct str *column = note->column;
    buf_put_text(out, "  - {id: ");
    json_put_text(out, column[WAIVER_ID]);
    put_member(out, "rule", column[WAIVER_RULE]);
    put_member(out, "department", last_word(column[WAIVER_DEPARTMENT]));
    put_member(out, "townships", column[WAIVER_TOWNSHIP]);
    put_member(out, "reason", column[WAIVER_REASON]);
    put_member(out, "requested_by", column[WAIVER_REQUESTED_BY]);
    put_member(out, "approved_by", column[WAIVER_DECIDED_BY]);
    put_member(out, "valid_from", column[WAIVER_FROM]);
    put_member(out, "valid_to", column[WAIVER_TO]);
    buf_put_text(out, "}\n");
}

static quanze_status write_yaml(const char *folder, const char *file, const struct waivers *waivers,
                                struct quanze_error *error) {
    struct buf text = {0};
    buf_put_text(&text, "format: quanze/list/1\nwaivers:\n");
    for (size_t i = 0; i < waivers->count; i++)
        if (waivers->at[i].state == WAIVER_CONFIRMED) put_waiver(&text, &waivers->at[i]);
    const quanze_status status = text.failed ? error_memory(error) : data_replace(folder, file, buf_str(&text), error);
    buf_free(&text);
    return status;
}

static quanze_status check(const struct waiver_note *note, struct quanze_error *error) {
    const struct str *column = note->column;
    for (int i = 0; i < WAIVER_COLUMNS; i++)
        if (column[i].length > 0 && utf8_invalid_at(column[i]) >= 0)
            return error_set(error, QUANZE_USAGE, "文字不是 UTF-8", "the words are not UTF-8");
    if (column[WAIVER_RULE].length == 0) return error_set(error, QUANZE_USAGE, "没有选规则", "no rule was chosen");
    if (str_trim(column[WAIVER_REASON]).length == 0) return error_set(error, QUANZE_USAGE, "没有写理由", "no reason was given");
    if (column[WAIVER_FROM].length != 10 || column[WAIVER_TO].length != 10 ||
        memcmp(column[WAIVER_FROM].at, column[WAIVER_TO].at, 10) > 0)
        return error_set(error, QUANZE_USAGE, "要写明从哪天起、到哪天止，先始后终",
                         "the first and the last day are needed, in this order");
    if (memcmp(column[WAIVER_TO].at, column[WAIVER_REQUESTED_AT].at, 10) < 0)
        return error_set(error, QUANZE_USAGE, "到 %s 已经过去", "the last day, %s, has passed", column[WAIVER_TO].at);
    return QUANZE_OK;
}

/* Whether a column would be kept as this one is. */
static bool is_kept_as(struct str kept, struct str asked) {
    if (kept.length != asked.length) return false;
    for (size_t i = 0; i < kept.length; i++)
        if (kept.at[i] != asked.at[i] && (kept.at[i] != ' ' || (unsigned char)asked.at[i] >= 0x20)) return false;
    return true;
}

static bool is_same_proposal(const struct waiver_note *kept, const struct waiver_note *asked) {
    static const enum waiver_column TOLD[] = {WAIVER_RULE, WAIVER_DEPARTMENT, WAIVER_TOWNSHIP,    WAIVER_REASON,
                                              WAIVER_FROM, WAIVER_TO,         WAIVER_REQUESTED_BY};
    for (size_t i = 0; i < sizeof TOLD / sizeof *TOLD; i++)
        if (!is_kept_as(kept->column[TOLD[i]], asked->column[TOLD[i]])) return false;
    return kept->state == WAIVER_PROPOSED;
}

/* A form sent twice is one proposal. */
static const struct waiver_note *find_same(const struct waivers *waivers, const struct waiver_note *note) {
    for (size_t i = 0; i < waivers->count; i++)
        if (is_same_proposal(&waivers->at[i], note)) return &waivers->at[i];
    return NULL;
}

/* As if another person had confirmed it: in a file of its own, for a moment. */
static quanze_status look(const char *folder, struct waivers *waivers, struct waiver_note *fresh,
                          const struct waiver_proposal *proposal, struct quanze_error *error) {
    char path[PATH_MAX];
    const struct waiver_note kept = *fresh;
    quanze_status status = data_path(folder, TRIAL_FILE, path, error);
    if (status != QUANZE_OK) return status;
    fresh->state = WAIVER_CONFIRMED;
    fresh->column[WAIVER_DECIDED_BY] = STR("-");
    status = write_yaml(folder, TRIAL_FILE, waivers, error);
    if (status == QUANZE_OK) status = proposal->look(proposal->payload, path, error);
    (void)unlink(path);
    *fresh = kept;
    return status;
}

static quanze_status add(const char *folder, struct waivers *waivers, const struct waiver_proposal *proposal,
                         char id[WAIVER_ID_BYTES], struct quanze_error *error) {
    const struct waiver_note *same = find_same(waivers, &proposal->note);
    if (same) {
        (void)snprintf(id, WAIVER_ID_BYTES, "%s", same->column[WAIVER_ID].at);
        return QUANZE_OK;
    }
    struct waiver_note *fresh = &waivers->at[waivers->count++];
    *fresh = proposal->note;
    fresh->state = WAIVER_PROPOSED;
    (void)snprintf(id, WAIVER_ID_BYTES, "desk-%zu", waivers->count);
    fresh->column[WAIVER_ID] = str_of(id);
    const quanze_status status = look(folder, waivers, fresh, proposal, error);
    return status == QUANZE_OK ? write_notes(folder, waivers, error) : status;
}

quanze_status waivers_propose(const char *folder, const struct waiver_proposal *proposal, char id[WAIVER_ID_BYTES],
                              struct quanze_error *error) {
    struct data_lock lock;
    struct waivers waivers;
    quanze_status status = check(&proposal->note, error);
    if (status == QUANZE_OK) status = data_lock(folder, WAIVERS_FILE, &lock, error);
    if (status != QUANZE_OK) return status;
    status = waivers_read(folder, &waivers, error);
    if (status == QUANZE_OK) status = add(folder, &waivers, proposal, id, error);
    waivers_free(&waivers);
    data_unlock(&lock);
    return status;
}

static struct waiver_note *find(const struct waivers *waivers, const char *id) {
    for (size_t i = 0; i < waivers->count; i++)
        if (str_equal(waivers->at[i].column[WAIVER_ID], str_of(id))) return &waivers->at[i];
    return NULL;
}

static quanze_status decide(struct waiver_note *note, const struct waiver_step *step, struct quanze_error *error) {
    if (note->state != WAIVER_PROPOSED)
        return error_set(error, QUANZE_USAGE, "这条豁免已经有人办过了", "somebody has decided this waiver already");
    if (step->what == WAIVER_CONFIRM && str_equal(note->column[WAIVER_REQUESTED_BY], str_of(step->by)))
        return error_set(error, QUANZE_USAGE, "提出人不能自己批准，要由另一个人办",
                         "who proposed it cannot confirm it; another person has to");
    note->state = step->what == WAIVER_CONFIRM ? WAIVER_CONFIRMED : WAIVER_REFUSED;
    note->column[WAIVER_DECIDED_BY] = str_of(step->by);
    note->column[WAIVER_DECIDED_AT] = str_of(step->now);
    return QUANZE_OK;
}

/* It holds for the last time today. One person is enough: the rule is in force again. */
static quanze_status end(struct waiver_note *note, const struct waiver_step *step, struct quanze_error *error) {
    const struct str today = {step->now, 10};
    const bool began = memcmp(note->column[WAIVER_FROM].at, today.at, 10) <= 0;
    if (note->state != WAIVER_CONFIRMED || !began || memcmp(note->column[WAIVER_TO].at, today.at, 10) <= 0)
        return error_set(error, QUANZE_USAGE, "这条豁免现在不在有效期内", "this waiver is not in force now");
    note->column[WAIVER_TO] = today;
    return QUANZE_OK;
}

/* The list's words first: if the engine does not take them, they are put back and the note was never changed. */
static quanze_status write_and_apply(const char *folder, const struct waivers *waivers, struct waiver_note *note,
                                     const struct waiver_note *before, const struct waiver_step *step,
                                     struct quanze_error *error) {
    quanze_status status = write_yaml(folder, WAIVERS_YAML, waivers, error);
    if (status == QUANZE_OK && step->what != WAIVER_REFUSE) status = step->apply(step->payload, error);
    if (status == QUANZE_OK) status = write_notes(folder, waivers, error);
    if (status == QUANZE_OK) return status;
    struct quanze_error ignored;
    *note = *before;
    if (write_yaml(folder, WAIVERS_YAML, waivers, &ignored) == QUANZE_OK) (void)step->apply(step->payload, &ignored);
    return status;
}

quanze_status waivers_step(const char *folder, const struct waiver_step *step, struct quanze_error *error) {
    struct data_lock lock;
    struct waivers waivers;
    quanze_status status = data_lock(folder, WAIVERS_FILE, &lock, error);
    if (status != QUANZE_OK) return status;
    status = waivers_read(folder, &waivers, error);
    struct waiver_note *note = status == QUANZE_OK ? find(&waivers, step->id) : NULL;
    if (status == QUANZE_OK && !note) status = error_set(error, QUANZE_NO_INPUT, "没有这条豁免", "there is no such waiver");
    if (status == QUANZE_OK) {
        const struct waiver_note before = *note;
        status = step->what == WAIVER_END ? end(note, step, error) : decide(note, step, error);
        if (status == QUANZE_OK) status = write_and_apply(folder, &waivers, note, &before, step, error);
    }
    waivers_free(&waivers);
    data_unlock(&lock);
    return status;
}
