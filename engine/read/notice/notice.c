#include <read/notice/notice.h>

#include <base/alloc.h>
#include <read/notice/gather.h>
#include <read/notice/head.h>
#include <stdio.h>

struct notice_reader {
    struct sayings sayings;
};

quanze_status notice_reader_open(struct notice_reader **out, struct quanze_error *error) {
    struct notice_reader *reader = alloc_new(sizeof *reader);
    if (!reader) return error_memory(error);
    const quanze_status status = sayings_open(&reader->sayings, error);
    if (status == QUANZE_OK)
        *out = reader;
    else
        notice_reader_close(reader);
    return status;
}

void notice_reader_close(struct notice_reader *reader) {
    if (!reader) return;
    sayings_close(&reader->sayings);
    alloc_free(reader);
}

/* The document number names a task best; without one the text's own hash does. */
static void set_id(struct notes *notes) {
    struct str id = task_text(notes->task, FACT_ID_DOCUMENT_NUMBER);
    char text[32];
    if (id.length == 0) {
        const int length =
            snprintf(text, sizeof text, "notice-%012llx", (unsigned long long)(str_hash(notes->paper.text) >> 16));
        id = arena_copy(notes->arena, (struct str){text, (size_t)length});
        if (!id.at) notes->out_of_memory = true;
    }
    if (id.at) task_set(notes->task, FACT_ID_ID, value_of_text(id));
}

static void set_body(struct notes *notes) {
    int64_t characters = 0;
    for (size_t i = 0; i < notes->paper.count; i++) characters += notes->paper.points[i] != POINT_BREAK;
    task_set(notes->task, FACT_ID_BODY, value_of_text(notes->paper.text));
    task_set(notes->task, FACT_ID_DOCUMENT_CHARACTERS, value_number(characters));
}

static bool read_all(struct notes *notes, struct paper_style style, struct str text) {
    struct head head;
    struct hits hits;
    struct all_said said;
    if (!paper_make(text, style, notes->arena, &notes->paper) || !mentions_find(&notes->paper, notes->arena, &notes->mentions))
        return false;
    head_read(notes, &head);
    head_issuer(notes, &head);
    head_townships(notes);
    if (!hits_find(notes->sayings, &notes->paper, &notes->mentions, notes->title, notes->arena, &hits)) return false;
    const struct match_input input = {notes->sayings, &notes->paper, &hits, notes->title};
    if (!said_find(&input, notes->arena, &said)) return false;
    gather_facts(notes, &said);
    set_body(notes);
    set_id(notes);
    return !notes->out_of_memory;
}

/* A text that names no issuer, nobody it is sent to, no number, and of which no task can be told. */
static bool is_no_notice(const struct notes *notes) {
    static const enum fact_id SIGNS[] = {FACT_ID_ISSUER_NAME, FACT_ID_TOWNSHIPS, FACT_ID_DOCUMENT_NUMBER,
                                         FACT_ID_KIND,        FACT_ID_DUE_AT,    FACT_ID_MEETING_AT};
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (task_knows(notes->task, SIGNS[i]) || fact_set_has(&notes->doubted, SIGNS[i])) return false;
    return true;
}

quanze_status notice_read(const struct notice_reader *reader, struct str text, struct paper_style style,
                          const struct notice_world *world, struct arena *arena, struct task *task, struct notice *out,
                          struct quanze_error *error) {
    struct notes notes = {.sayings = &reader->sayings, .list = world->list, .arena = arena, .task = task};
    notes.world = (struct when_world){.day = DAY_NONE, .received = INT64_MIN, .calendar = world->calendar};
    if (!read_all(&notes, style, text)) return error_memory(error);
    if (is_no_notice(&notes))
        return error_set(error, QUANZE_BAD_DATA, "读不出这是一份通知：没有来文单位、主送、文号，也看不出要求做什么",
                         "this does not read as a notice: no issuer, nobody it is sent to, no number, nothing asked");
    notes_finish(&notes, out);
    return notes.out_of_memory ? error_memory(error) : QUANZE_OK;
}
