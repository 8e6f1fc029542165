/* fuzz_notice.c - notices by their bytes: text, Markdown, HTML, .docx, all the way to facts. */
#include <read/notice/notice.h>
#include <read/notice/notice_file.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Facts borrow from the text or the arena; reading every byte of them shows when they do not. */
static size_t touch(const struct notice *notice) {
    size_t sum = 0;
    for (size_t i = 0; i < notice->evidence_count; i++)
        for (size_t k = 0; k < notice->evidence[i].text.length; k++) sum += (unsigned char)notice->evidence[i].text.at[k];
    for (size_t i = 0; i < notice->doubt_count; i++) sum += notice->doubts[i].zh.length + notice->doubts[i].line;
    return sum;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct notice_reader *reader;
    static struct task task;
    struct quanze_error error;
    if (!reader && notice_reader_open(&reader, &error) != QUANZE_OK) abort();
    struct arena arena = {0};
    struct str text;
    struct paper_style style;
    struct notice notice = {.doubt_count = 0};
    const struct notice_world world = {NULL, NULL};
    const struct str bytes = {(const char *)data, size};
    const bool marked = size > 0 && data[0] == '#';
    task_clear(&task);
    if (notice_file_text(bytes, marked ? "a.md" : "a.txt", &arena, &text, &style, &error) == QUANZE_OK &&
        notice_read(reader, text, style, &world, &arena, &task, &notice, &error) == QUANZE_OK && touch(&notice) == SIZE_MAX)
        abort();
    arena_free(&arena);
    return 0;
}
