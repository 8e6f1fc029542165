/* make_months.c - make_months LISTS CALENDAR FOLDER PLANTED: writes the demo months into the folder, and what was planted. */
#include <months/month.h>

#include <base/alloc.h>
#include <stdio.h>
#include <stdlib.h>

static void write_file(const char *path, struct buf *bytes) {
    FILE *file = fopen(path, "wb");
    if (!file || bytes->failed || fwrite(bytes->at, 1, bytes->length, file) != bytes->length || fclose(file) != 0) {
        perror(path);
        exit(74);
    }
    buf_clear(bytes);
}

static void fill(struct archive *archive) {
    planted_copies(archive);
    planted_radar(archive);
    planted_visits(archive);
    planted_burdens(archive);
    planted_hours(archive);
    planted_good(archive);
    for (int month = 0; month < MONTHS; month++) usual_papers(archive, month);
    archive_finish(archive);
}

static void archive_close(struct archive *archive) {
    for (int i = 0; i < MONTHS; i++) {
        for (size_t j = 0; j < archive->months[i].count; j++) {
            struct paper *paper = archive->months[i].papers[j];
            buf_free(&paper->title);
            buf_free(&paper->body);
            buf_free(&paper->document);
            buf_free(&paper->more);
        }
        alloc_free(archive->months[i].papers);
    }
    alloc_free(archive->plants);
    list_free(&archive->list);
    calendar_free(&archive->calendar);
    arena_free(&archive->arena);
}

int main(int argc, char **argv) {
    static struct archive archive;
    struct quanze_error error;
    struct buf out = {0};
    char path[4096];
    if (argc != 5) {
        (void)fputs("usage: make_months LISTS CALENDAR FOLDER PLANTED\n", stderr);
        return 64;
    }
    if (past_open(argv[1], argv[2], &archive, &error) != QUANZE_OK) {
        (void)fprintf(stderr, "make_months: %s\n", error.en);
        return 65;
    }
    fill(&archive);
    for (int month = 0; month < MONTHS; month++) {
        archive_write_month(&archive, month, &out);
        (void)snprintf(path, sizeof path, "%s/%d-%02d.jsonl", argv[3], YEAR, FIRST_MONTH + month);
        write_file(path, &out);
    }
    archive_write_planted(&archive, &out);
    write_file(argv[4], &out);
    buf_free(&out);
    archive_close(&archive);
    return 0;
}
