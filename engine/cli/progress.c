#include <cli/progress.h>

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#define BAR_WIDTH 40
#define LEAST_TASKS 1000

void progress_start(struct progress *progress, enum word done, quanze_language language) {
    *progress = (struct progress){.language = language, .done = done, .wanted = isatty(STDERR_FILENO) == 1};
}

static void put_bar(struct buf *line, uint64_t read, uint64_t total) {
    uint64_t part = read < total ? read : total;
    size_t filled = (size_t)(part * BAR_WIDTH / total);
    buf_put_repeat(line, STR("█"), filled);
    buf_put_repeat(line, STR("░"), BAR_WIDTH - filled);
    buf_printf(line, " %3" PRIu64 "%%  ", part * 100 / total);
}

void progress_draw(void *payload, uint64_t done, uint64_t bytes_read, uint64_t bytes_total) {
    struct progress *progress = payload;
    if (!progress->wanted || done < LEAST_TASKS) return;
    struct buf line = {0};
    char number[24];
    (void)snprintf(number, sizeof number, "%" PRIu64, done);
    const char *const texts[] = {number};
    buf_put_text(&line, "\r\033[K");
    if (bytes_total > 0) put_bar(&line, bytes_read, bytes_total);
    word_put(&line, progress->done, progress->language, texts, 1);
    if (!line.failed && line.length <= sizeof progress->line) {
        memcpy(progress->line, line.at, line.length);
        progress->length = line.length;
        progress->drawn = false;
        progress_show(progress);
    }
    buf_free(&line);
}

void progress_hide(struct progress *progress) {
    if (!progress || !progress->drawn) return;
    (void)fputs("\r\033[K", stderr);
    (void)fflush(stderr);
    progress->drawn = false;
}

void progress_show(struct progress *progress) {
    if (!progress || progress->drawn || progress->length == 0) return;
    (void)fwrite(progress->line, 1, progress->length, stderr);
    (void)fflush(stderr);
    progress->drawn = true;
}

void progress_end(struct progress *progress) {
    progress_hide(progress);
    progress->length = 0;
}
