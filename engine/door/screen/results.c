#include <door/screen/results.h>

#include <door/request.h>

static void report(struct results *results, const struct problems *problems) {
    size_t room = QUANZE_MAX_PROBLEMS - results->reported;
    struct problems part = *problems;
    if (part.count > room) part.count = room;
    problems_report(&part, results->request->reporter);
    results->reported += part.count;
}

#define OVERVIEW_TASKS 1000 /* rows of the table at the end of a page, so that memory does not grow with the tasks */

static bool is_html(const struct results *results) {
    return results->request->format == QUANZE_FORMAT_HTML || results->request->format == QUANZE_FORMAT_HTML_PART;
}

/* A lone JSON task is an object, several are an array; a lone task's HTML page has its title. Which of the two it is shows with
 * the second task. */
static bool keep_back(struct results *results, const struct block *block) {
    const bool waits = results->request->format == QUANZE_FORMAT_JSON || is_html(results);
    if (!waits || results->total.tasks + block->tally.tasks != 1) return false;
    buf_put(&results->first, buf_str(&block->out));
    buf_put(&results->title, block->title);
    return true;
}

/* What stands before the first task of several. */
static void begin_several(struct results *results, struct buf *out) {
    if (results->several_begun) return;
    if (results->request->format == QUANZE_FORMAT_JSON) buf_put_text(out, "[\n");
    if (is_html(results)) say_decisions_begin(out, STR(""), results->request->language, results->request->format);
    buf_put(out, buf_str(&results->first));
    results->several_begun = true;
}

static void take_rows(struct results *results, const struct block *block) {
    if (results->row_tasks + block->tally.tasks > OVERVIEW_TASKS) return;
    buf_put(&results->rows, buf_str(&block->rows));
    results->row_tasks += block->tally.tasks;
}

static quanze_status write_pages(struct results *results, const struct block *block, struct quanze_error *error) {
    if (is_html(results)) take_rows(results, block);
    if (block->tally.tasks == 0 || keep_back(results, block)) return QUANZE_OK;
    struct buf before = {0};
    begin_several(results, &before);
    if (results->total.tasks > 0) buf_put(&before, page_separator(results->request->format));
    quanze_status status = request_send(results->request->sink, &before, error);
    buf_free(&before);
    return status == QUANZE_OK ? request_send(results->request->sink, &block->out, error) : status;
}

quanze_status results_add(struct results *results, const struct block *block, struct quanze_error *error) {
    report(results, &block->problems);
    if (block->status != QUANZE_OK) {
        *error = block->error;
        return block->status;
    }
    if (results->bundle.length == 0) buf_put(&results->bundle, buf_str(&block->bundle));
    quanze_status status = write_pages(results, block, error);
    if (status != QUANZE_OK) return status;
    results->total.tasks += block->tally.tasks;
    results->total.bad_records += block->tally.bad_records;
    results->total.admitted += block->tally.admitted;
    results->total.conditional += block->tally.conditional;
    results->total.held += block->tally.held;
    results->total.rejected += block->tally.rejected;
    return QUANZE_OK;
}

static int exit_code_of(const struct quanze_screen_summary *total) {
    if (total->bad_records > 0) return QUANZE_BAD_DATA;
    if (total->rejected > 0) return verdict_exit_code(VERDICT_REJECT);
    if (total->held > 0) return verdict_exit_code(VERDICT_HOLD);
    return verdict_exit_code(VERDICT_ADMIT);
}

static void end_json(const struct results *results, struct buf *out) {
    if (results->several_begun)
        buf_put_text(out, "\n]\n");
    else if (results->total.tasks == 1) {
        buf_put(out, buf_str(&results->first));
        buf_put_char(out, '\n');
    } else
        buf_put_text(out, "[]\n");
}

static void end_html(const struct results *results, struct buf *out) {
    const struct quanze_screen_request *request = results->request;
    const struct overview overview = {buf_str(&results->rows), results->total.tasks, results->row_tasks};
    if (!results->several_begun) {
        say_decisions_begin(out, buf_str(&results->title), request->language, request->format);
        buf_put(out, buf_str(&results->first));
    }
    say_decisions_end(out, &overview, request->language, request->format);
}

/* A .docx is the opinion of one task. */
static quanze_status check_single(const struct results *results, struct quanze_error *error) {
    if (results->request->format != QUANZE_FORMAT_DOCX || results->total.tasks == 1) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "审查意见（docx）一次只写一件任务，这里有 %llu 件；多件请用 html",
                     "an opinion as docx is of exactly one task; there are %llu: several can be written as html",
                     (unsigned long long)results->total.tasks);
}

static quanze_status send_bundle(const struct results *results, struct quanze_error *error) {
    if (!results->request->bundle) return QUANZE_OK;
    if (results->total.tasks == 1) return request_send(*results->request->bundle, &results->bundle, error);
    return error_set(error, QUANZE_USAGE, "证明包一次只装一件任务，这里有 %llu 件",
                     "a bundle holds exactly one task; there are %llu", (unsigned long long)results->total.tasks);
}

quanze_status results_end(struct results *results, struct quanze_error *error) {
    results->total.exit_code = exit_code_of(&results->total);
    quanze_status sent = check_single(results, error);
    if (sent == QUANZE_OK) sent = send_bundle(results, error);
    if (sent != QUANZE_OK) return sent;
    struct buf end = {0};
    if (results->request->format == QUANZE_FORMAT_JSON) end_json(results, &end);
    if (is_html(results)) end_html(results, &end);
    end.failed |= results->first.failed || results->title.failed || results->rows.failed;
    quanze_status status = request_send(results->request->sink, &end, error);
    buf_free(&end);
    return status;
}

void results_free(struct results *results) {
    buf_free(&results->first);
    buf_free(&results->title);
    buf_free(&results->rows);
    buf_free(&results->bundle);
}
