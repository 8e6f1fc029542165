/* world.h - the small world of tests/door/world, and a sink that keeps what is written. */
#ifndef TESTS_DOOR_WORLD_H
#define TESTS_DOOR_WORLD_H

#include "check.h"

#include <base/buf.h>
#include <quanze.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define WORLD SOURCE_DIR "/tests/door/world"
#define WORLD_OPTIONS                                                                                                          \
    (struct quanze_options) { .lists = WORLD "/list.yaml", .rules = WORLD "/rules", .calendar = SOURCE_DIR "/lists/calendar" }

static inline bool keep_bytes(void *payload, const void *bytes, size_t length) {
    buf_put(payload, (struct str){bytes, length});
    return true;
}

static inline struct quanze_sink keep_in(struct buf *page) { return (struct quanze_sink){keep_bytes, page}; }

static inline struct quanze *open_world(void) {
    struct quanze *engine = NULL;
    struct quanze_error error;
    struct quanze_options options = WORLD_OPTIONS;
    if (quanze_open(&options, &engine, &error) != QUANZE_OK) fail_msg("%s:%u: %s", error.file, error.line, error.en);
    return engine;
}

/* A file of its own with these bytes; to be removed by the caller. */
static inline void make_file(char path[64], const char *ending, struct str bytes) {
    (void)snprintf(path, 64, "/tmp/quanze-test-XXXXXX%s", ending);
    int descriptor = mkstemps(path, (int)strlen(ending));
    assert_true(descriptor >= 0);
    for (size_t done = 0; done < bytes.length;) {
        ssize_t part = write(descriptor, bytes.at + done, bytes.length - done);
        assert_true(part > 0);
        done += (size_t)part;
    }
    close(descriptor);
}

static inline size_t count_of(struct str text, const char *part) {
    size_t count = 0;
    for (ptrdiff_t at; (at = str_find(text, str_of(part))) >= 0; count++) {
        text.at += (size_t)at + 1;
        text.length -= (size_t)at + 1;
    }
    return count;
}

#endif
