#include <audit/brief.h>

#include <base/fingerprint.h>

/* Of the written form: changes with it, and with what is taken of a paper. */
#define FORM 1

#define SAYS_BLAME 1
#define SAYS_REST 2

/* --- from the paper --- */

static int64_t number(const struct task *task, enum fact_id fact, int64_t otherwise) {
    return task_given(task, fact) ? task->value[fact].number : otherwise;
}

static size_t field_of(const struct fact_info *info, struct str name) {
    size_t i = 0;
    while (i < info->field_count && !str_equal(info->fields[i].name, name)) i++;
    return i;
}

static void add_texts(const struct value *value, struct texts *out) {
    for (uint32_t i = 0; value->state == VALUE_GIVEN && i < value->count; i++)
        out->at[out->count++] = value_text(&value->items[i]);
}

/* What all forms of the task ask for, one form behind the other. */
static bool take_fields(const struct task *task, struct arena *arena, struct texts *out) {
    const struct fact_info *info = fact_at(FACT_ID_DEMANDS_FORMS);
    const struct value *forms = &task->value[FACT_ID_DEMANDS_FORMS];
    const size_t asked = field_of(info, STR("fields"));
    size_t room = 0;
    *out = (struct texts){NULL, 0};
    if (!task_given(task, FACT_ID_DEMANDS_FORMS)) return true;
    for (uint32_t i = 0; i < forms->count; i++) room += forms->items[i * info->field_count + asked].count;
    if (!(out->at = arena_take_array(arena, room, sizeof *out->at))) return false;
    for (uint32_t i = 0; i < forms->count; i++) add_texts(&forms->items[i * info->field_count + asked], out);
    return true;
}

static bool take_held(const struct task *task, struct arena *arena, struct texts *out) {
    const struct value *held = &task->value[FACT_ID_DEMANDS_ALREADY_HELD];
    *out = (struct texts){NULL, 0};
    if (!task_given(task, FACT_ID_DEMANDS_ALREADY_HELD)) return true;
    if (!(out->at = arena_take_array(arena, held->count, sizeof *out->at))) return false;
    add_texts(held, out);
    return true;
}

/* Days of rest that a task leaves. An emergency, and leave in return, take them back. */
static void take_rest(const struct task *task, struct audit_brief *out) {
    const int64_t days = number(task, FACT_ID_DEMANDS_WORKDAYS_PER_WEEK, -1);
    const bool excused = task_true(task, FACT_ID_EMERGENCY_DECLARED) || task_true(task, FACT_ID_DEMANDS_COMPENSATORY_REST);
    out->rest_days = -1;
    if (days < 1 || days > 7 || excused) return;
    out->is_rest_told = task_knows(task, FACT_ID_DEMANDS_COMPENSATORY_REST) ||
                        (fact_at(FACT_ID_DEMANDS_COMPENSATORY_REST)->absence == ABSENCE_CLOSED && task_finished(task));
    out->rest_days = 7 - days;
}

static void take_numbers(const struct task *task, struct audit_brief *out) {
    const int64_t staff = number(task, FACT_ID_STAFF_REQUIRED, -1), days = number(task, FACT_ID_STAFF_DAYS, -1);
    const struct value *dossier = &task->value[FACT_ID_DEMANDS_DOSSIER];
    out->kind = (int)number(task, FACT_ID_KIND, -1);
    out->role = (int)number(task, FACT_ID_ROLE, -1);
    out->version = number(task, FACT_ID_DOCUMENT_VERSION, 0);
    out->end_at = number(task, FACT_ID_END_AT, INT64_MIN);
    out->due_at = number(task, FACT_ID_DUE_AT, INT64_MIN);
    out->on_duty = number(task, FACT_ID_DEMANDS_ON_DUTY_HOURS, -1);
    out->satisfaction = number(task, FACT_ID_ASSESSMENT_SATISFACTION_WEIGHT, -1);
    out->sample = number(task, FACT_ID_ASSESSMENT_SAMPLE_RATIO, -1);
    out->staff = staff >= 0 && task_given(task, FACT_ID_STAFF_DAYS) ? staff * days : -1;
    out->dossier = task_given(task, FACT_ID_DEMANDS_DOSSIER) ? (int64_t)dossier->count : -1;
    take_rest(task, out);
}

/* The length of the title goes first, so that no other cut of the same bytes is the same. */
static bool take_text(const struct task *task, struct arena *arena, struct audit_brief *out) {
    const struct str body = task_text(task, FACT_ID_BODY);
    struct fingerprint_state state;
    struct digest digest;
    char length[8];
    for (size_t i = 0; i < sizeof length; i++) length[i] = (char)((uint64_t)out->title.length >> (8 * i));
    fingerprint_start(&state);
    fingerprint_add(&state, (struct str){length, sizeof length});
    fingerprint_add(&state, out->title);
    fingerprint_add(&state, body);
    fingerprint_end(&state, &digest);
    out->text = arena_copy(arena, (struct str){(const char *)digest.bytes, BRIEF_TEXT_BYTES});
    return out->text.at != NULL;
}

bool audit_brief_make(const struct task *task, const struct history_keys *keys, struct arena *arena, struct audit_brief *out) {
    *out = (struct audit_brief){.title = task_text(task, FACT_ID_TITLE),
                                .number = task_text(task, FACT_ID_DOCUMENT_NUMBER),
                                .supersedes = task_text(task, FACT_ID_DOCUMENT_SUPERSEDES),
                                .townships = keys->townships,
                                .forms = keys->forms,
                                .form_count = keys->form_count,
                                .topic = keys->topic,
                                .visit = keys->visit,
                                .meeting = keys->meeting};
    out->blames = task_true(task, FACT_ID_ASSESSMENT_LINKED) || task_true(task, FACT_ID_ACCOUNTABILITY_CLAUSE) ||
                  task_given(task, FACT_ID_RANKING_EVERY) || keys->assesses;
    take_numbers(task, out);
    return take_fields(task, arena, &out->fields) && take_held(task, arena, &out->held) && take_text(task, arena, out);
}

/* --- as bytes --- */

/* Numbers that most papers do not tell: only those are written that they do, after a bit for each. */
static const struct {
    size_t at;
    int64_t otherwise;
} NUMBERS[] = {
    {offsetof(struct audit_brief, topic), 0},          {offsetof(struct audit_brief, visit), DAY_NONE},
    {offsetof(struct audit_brief, meeting), DAY_NONE}, {offsetof(struct audit_brief, version), 0},
    {offsetof(struct audit_brief, end_at), INT64_MIN}, {offsetof(struct audit_brief, due_at), INT64_MIN},
    {offsetof(struct audit_brief, on_duty), -1},       {offsetof(struct audit_brief, satisfaction), -1},
    {offsetof(struct audit_brief, sample), -1},        {offsetof(struct audit_brief, staff), -1},
    {offsetof(struct audit_brief, dossier), -1},       {offsetof(struct audit_brief, rest_days), -1},
};
enum { NUMBER_COUNT = sizeof NUMBERS / sizeof *NUMBERS };

static int64_t number_at(const struct audit_brief *brief, size_t i) {
    int64_t number;
    memcpy(&number, (const char *)brief + NUMBERS[i].at, sizeof number);
    return number;
}

/* Seven bits a byte, the lowest first; the eighth says that more follow. */
static void put_count(struct buf *out, uint64_t number) {
    for (; number >= 128; number >>= 7) buf_put_char(out, (char)(number | 128));
    buf_put_char(out, (char)number);
}

static void put_number(struct buf *out, int64_t number) { put_count(out, ((uint64_t)number << 1) ^ (uint64_t)(number >> 63)); }

static void put_text(struct buf *out, struct str text) {
    put_count(out, text.length);
    buf_put(out, text);
}

static void put_texts(struct buf *out, struct texts texts) {
    put_count(out, texts.count);
    for (size_t i = 0; i < texts.count; i++) put_text(out, texts.at[i]);
}

/* By its name: a vocabulary may grow in its middle. */
static void put_choice(struct buf *out, enum fact_id fact, int choice) {
    put_text(out, choice < 0 ? STR("") : fact_at(fact)->choices.at[choice].name);
}

void audit_brief_write(const struct audit_brief *brief, struct buf *out) {
    uint64_t told = 0;
    for (size_t i = 0; i < NUMBER_COUNT; i++) told |= (uint64_t)(number_at(brief, i) != NUMBERS[i].otherwise) << i;
    buf_put_char(out, FORM);
    buf_put(out, brief->text);
    put_count(out, (brief->blames ? SAYS_BLAME : 0) | (brief->is_rest_told ? SAYS_REST : 0));
    put_count(out, told);
    for (size_t i = 0; i < NUMBER_COUNT; i++)
        if (told >> i & 1) put_number(out, number_at(brief, i));
    put_choice(out, FACT_ID_KIND, brief->kind);
    put_choice(out, FACT_ID_ROLE, brief->role);
    put_text(out, brief->title);
    put_text(out, brief->number);
    put_text(out, brief->supersedes);
    put_texts(out, brief->townships);
    put_texts(out, brief->fields);
    put_texts(out, brief->held);
    put_count(out, brief->form_count);
    for (size_t i = 0; i < brief->form_count; i++) {
        put_number(out, brief->forms[i].key);
        put_text(out, brief->forms[i].name);
    }
}

/* What is left to read; `failed` once anything was not as it should be. */
struct reading {
    struct str rest;
    struct arena *arena;
    bool failed;
};

static uint64_t next_count(struct reading *reading) {
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && reading->rest.length > 0; shift += 7) {
        const unsigned char byte = (unsigned char)*reading->rest.at;
        reading->rest = (struct str){reading->rest.at + 1, reading->rest.length - 1};
        number |= (uint64_t)(byte & 127) << shift;
        if (byte < 128) return number;
    }
    reading->failed = true;
    return 0;
}

static int64_t next_number(struct reading *reading) {
    const uint64_t number = next_count(reading);
    return (int64_t)(number >> 1) ^ -(int64_t)(number & 1);
}

static struct str next_bytes(struct reading *reading, uint64_t length) {
    if (length > reading->rest.length) reading->failed = true;
    if (reading->failed) return STR("");
    const struct str bytes = {reading->rest.at, (size_t)length};
    reading->rest = (struct str){reading->rest.at + length, reading->rest.length - (size_t)length};
    return bytes;
}

static struct str next_text(struct reading *reading) { return next_bytes(reading, next_count(reading)); }

/* Room for as many elements as are announced; each of them takes at least a byte. */
static void *next_array(struct reading *reading, size_t size, size_t *count) {
    const uint64_t announced = next_count(reading);
    void *array = announced <= reading->rest.length ? arena_take_array(reading->arena, (size_t)announced, size) : NULL;
    if (!array) reading->failed = true;
    *count = reading->failed ? 0 : (size_t)announced;
    return array;
}

static struct texts next_texts(struct reading *reading) {
    struct texts texts;
    texts.at = next_array(reading, sizeof *texts.at, &texts.count);
    for (size_t i = 0; i < texts.count; i++) texts.at[i] = next_text(reading);
    return texts;
}

static int next_choice(struct reading *reading, enum fact_id fact) {
    const struct str word = next_text(reading);
    const int choice = word.length == 0 ? -1 : choice_find(fact_at(fact)->choices, word);
    if (word.length > 0 && choice < 0) reading->failed = true;
    return choice;
}

static void next_numbers(struct reading *reading, struct audit_brief *out) {
    const uint64_t told = next_count(reading);
    for (size_t i = 0; i < NUMBER_COUNT; i++) {
        const int64_t number = told >> i & 1 ? next_number(reading) : NUMBERS[i].otherwise;
        memcpy((char *)out + NUMBERS[i].at, &number, sizeof number);
    }
    if (told >> NUMBER_COUNT != 0) reading->failed = true;
}

bool audit_brief_read(struct str bytes, struct arena *arena, struct audit_brief *out) {
    struct reading reading = {bytes, arena, false};
    if (bytes.length == 0 || bytes.at[0] != FORM) return false;
    *out = (struct audit_brief){0};
    (void)next_bytes(&reading, 1);
    out->text = next_bytes(&reading, BRIEF_TEXT_BYTES);
    const uint64_t says = next_count(&reading);
    out->blames = says & SAYS_BLAME;
    out->is_rest_told = says & SAYS_REST;
    next_numbers(&reading, out);
    out->kind = next_choice(&reading, FACT_ID_KIND);
    out->role = next_choice(&reading, FACT_ID_ROLE);
    out->title = next_text(&reading);
    out->number = next_text(&reading);
    out->supersedes = next_text(&reading);
    out->townships = next_texts(&reading);
    out->fields = next_texts(&reading);
    out->held = next_texts(&reading);
    out->forms = next_array(&reading, sizeof *out->forms, &out->form_count);
    for (size_t i = 0; i < out->form_count; i++) {
        out->forms[i].key = next_number(&reading);
        out->forms[i].name = next_text(&reading);
    }
    return !reading.failed && reading.rest.length == 0;
}
