/* rule_text.c - a book of one rule whose text is at hand: what tries a change reads it without a file. */
#include <base/alloc.h>
#include <rule/file/rule_file.h>

/* calendar.day_hours while loading, which needs no calendar. */
#define LOAD_DAY_HOURS 8

quanze_status rulebook_read(const char *path, struct str source, struct rulebook **out, struct problems *problems,
                            struct quanze_error *error) {
    struct world world = {0};
    struct rulebook *book = alloc_new(sizeof *book);
    if (!book) return error_memory(error);
    book->known_at = DAY_NONE;
    quanze_status status = QUANZE_INTERNAL;
    book->rules = arena_take_array(&book->arena, 1, sizeof *book->rules);
    struct str copy = arena_copy(&book->arena, source);
    if (!book->rules || !copy.at)
        error_memory(error);
    else
        status = rule_file_open_reading(&world, LOAD_DAY_HOURS, error);
    if (status == QUANZE_OK) {
        if (rule_file_read(&world, path, copy, &book->arena, book->rules, problems)) book->count = 1;
        sandbox_close(&world.sandbox);
        if (problems->out_of_memory) status = error_memory(error);
    }
    if (status == QUANZE_OK)
        *out = book;
    else
        rulebook_free(book);
    return status;
}
