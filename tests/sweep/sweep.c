#include "sweep.h"

#include "allocation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

bool sweep_keep(void *payload, const void *bytes, size_t length) {
    struct sweep_page *page = payload;
    if (page->length + length > sizeof page->at) return false;
    memcpy(page->at + page->length, bytes, length);
    page->length += length;
    return true;
}

static quanze_status start(sweep_run *run, struct sweep_page *page, struct quanze_error *error) {
    page->length = 0;
    memset(error, 0, sizeof *error);
    return run(page, error);
}

size_t sweep(sweep_run *run, bool onwards, long least, void (*after)(void)) {
    static struct sweep_page whole, page;
    struct quanze_error error;
    long refused = 0;
    allocation_fail_at(0, false);
    assert_int_equal(start(run, &whole, &error), QUANZE_OK);
    for (long n = 1;; n++) {
        allocation_fail_at(n, onwards);
        const quanze_status status = start(run, &page, &error);
        const bool reached = allocation_failed();
        allocation_fail_at(0, false);
        if (status == QUANZE_OK) {
            if (page.length != whole.length) print_error("allocation %ld\n", n);
            assert_int_equal(page.length, whole.length);
            assert_memory_equal(page.at, whole.at, whole.length);
        } else {
            refused++;
            if (status != QUANZE_INTERNAL) fail_msg("allocation %ld: %d %s", n, (int)status, error.en);
            assert_true(error.zh[0] && error.en[0]);
        }
        if (after) after();
        if (!reached) break;
    }
    assert_true(refused > least);
    return whole.length;
}
