#include <door/screen/screener.h>

#include <base/alloc.h>
#include <read/notice/notice_file.h>

/* Verdicts in bulk: what is the same in all of them is written once. */
static quanze_status make_constants(struct quanze_screener *screener, struct quanze_error *error) {
    if (screener->job.request->format != QUANZE_FORMAT_JSONL) return QUANZE_OK;
    const struct say_world world = engine_world(screener->engine);
    const quanze_status status = screener->constants ? QUANZE_OK : say_constants_open(&world, &screener->constants, error);
    screener->job.constants = screener->constants;
    return status;
}

/* The patterns are made ready only where there is a notice to read, or a task's own text. */
static quanze_status make_notices(struct quanze_screener *screener, const struct task_paths *paths,
                                  struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; !screener->job.request->input_format && !screener->notices && i < paths->count; i++)
        if (screener->job.request->words || notice_file_is(paths->at[i].from.path))
            status = notice_reader_open(&screener->notices, error);
    screener->job.notices = screener->notices;
    return status;
}

quanze_status screener_prepare(struct quanze_screener *screener, const struct task_paths *paths, struct quanze_error *error) {
    const unsigned jobs = screener->job.request->jobs;
    quanze_status status = make_notices(screener, paths, error);
    if (status == QUANZE_OK) status = make_constants(screener, error);
    if (status == QUANZE_OK && !screener->crew) status = crew_open(&screener->job, jobs > 0 ? jobs : 1, &screener->crew, error);
    return status == QUANZE_OK ? crew_remember(screener->crew, error) : status;
}

void screener_clear(struct quanze_screener *screener) {
    crew_close(screener->crew);
    say_constants_close(screener->constants);
    notice_reader_close(screener->notices);
    *screener = (struct quanze_screener){.engine = screener->engine};
}

quanze_status quanze_screener_open(const struct quanze *engine, struct quanze_screener **out, struct quanze_error *error) {
    struct quanze_screener *screener = alloc_new(sizeof *screener);
    if (!screener) return error_memory(error);
    screener->engine = engine;
    *out = screener;
    return QUANZE_OK;
}

void quanze_screener_close(struct quanze_screener *screener) {
    if (!screener) return;
    screener_clear(screener);
    alloc_free(screener);
}
