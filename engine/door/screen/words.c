#include <door/screen/words.h>

#include <say/say_inside.h>

/* Whether a fact says the same in both. False in `*ok` when memory ran out. */
static bool says_the_same(const struct task *one, const struct task *other, enum fact_id fact, bool *ok) {
    struct buf texts[2] = {{0}};
    if (!task_knows(one, fact) || !task_knows(other, fact)) return false;
    say_value_json(&texts[0], fact, &one->value[fact]);
    say_value_json(&texts[1], fact, &other->value[fact]);
    *ok = !texts[0].failed && !texts[1].failed;
    const bool same = *ok && str_equal(buf_str(&texts[0]), buf_str(&texts[1]));
    buf_free(&texts[0]);
    buf_free(&texts[1]);
    return same;
}

static quanze_status keep(const struct task *task, const struct task *read, const struct notice *from, struct arena *arena,
                          struct notice *out, struct quanze_error *error) {
    struct evidence *evidence = arena_take_array(arena, from->evidence_count + 1, sizeof *evidence);
    struct doubt *doubts = arena_take_array(arena, from->doubt_count + 1, sizeof *doubts);
    bool ok = evidence && doubts;
    *out = (struct notice){.evidence = evidence, .doubts = doubts};
    for (size_t i = 0; ok && i < from->evidence_count; i++)
        if (says_the_same(task, read, from->evidence[i].fact, &ok)) evidence[out->evidence_count++] = from->evidence[i];
    for (size_t i = 0; ok && i < from->doubt_count; i++)
        if (!task_knows(task, from->doubts[i].fact)) doubts[out->doubt_count++] = from->doubts[i];
    return ok ? QUANZE_OK : error_memory(error);
}

quanze_status words_find(const struct notice_reader *reader, const struct quanze *engine, const struct task *task,
                         struct arena *arena, struct notice *out, struct quanze_error *error) {
    const struct notice_world world = {engine_list(engine), engine_calendar(engine)};
    const struct paper_style style = {.wrapped = false};
    struct notice found;
    struct task *read = arena_take_array(arena, 1, sizeof *read);
    *out = (struct notice){.evidence_count = 0};
    if (!read) return error_memory(error);
    task_clear(read);
    const quanze_status status = notice_read(reader, task_text(task, FACT_ID_BODY), style, &world, arena, read, &found, error);
    if (status == QUANZE_BAD_DATA) return QUANZE_OK;
    return status == QUANZE_OK ? keep(task, read, &found, arena, out, error) : status;
}
