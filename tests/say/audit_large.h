/* audit_large.h - the month made by hand, every task of it many times over: one that no page could hold whole. */
#ifndef TESTS_SAY_AUDIT_LARGE_H
#define TESTS_SAY_AUDIT_LARGE_H

#include <say/audit_fixture.h>

/* Each task, and each task behind a figure, `times` times; copies of papers and findings 2,000 times. Lives in the arena. */
struct audit_report *audit_large(struct arena *arena, size_t times);

#endif
