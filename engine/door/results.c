#include <door/results.h>

#include <door/request.h>

static void report(struct results *results, const struct problems *problems) {
    size_t room = QUANZE_MAX_PROBLEMS - results->reported;
    struct problems part = *problems;
    if (part.count > room) part.count = room;
    problems_report(&part, results->request->reporter);
    results->reported += part.count;
}

/* A lone JSON task is an object, several are an array: which of the two shows with the second task. */
static bool keep_back(struct results *results, const struct block *block) {
    if (results->request->format != QUANZE_FORMAT_JSON || results->total.tasks + block->tally.tasks != 1) return false;
    buf_put(&results->first, buf_str(&block->out));
    return true;
}

static quanze_status write_pages(struct results *results, const struct block *block, struct quanze_error *error) {
    if (block->tally.tasks == 0 || keep_back(results, block)) return QUANZE_OK;
    struct buf before = {0};
    if (results->request->format == QUANZE_FORMAT_JSON && !results->array_begun) {
        buf_put_text(&before, "[\n");
        buf_put(&before, buf_str(&results->first));
        results->array_begun = true;
    }
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

quanze_status results_end(struct results *results, struct quanze_error *error) {
    results->total.exit_code = exit_code_of(&results->total);
    if (results->request->format != QUANZE_FORMAT_JSON) return QUANZE_OK;
    struct buf end = {0};
    if (results->array_begun)
        buf_put_text(&end, "\n]\n");
    else if (results->total.tasks == 1) {
        buf_put(&end, buf_str(&results->first));
        buf_put_char(&end, '\n');
    } else
        buf_put_text(&end, "[]\n");
    end.failed = end.failed || results->first.failed;
    quanze_status status = request_send(results->request->sink, &end, error);
    buf_free(&end);
    return status;
}

void results_free(struct results *results) { buf_free(&results->first); }
