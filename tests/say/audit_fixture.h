/* audit_fixture.h - the report of a month made by hand: four departments, six townships, sixty tasks, one of everything. */
#ifndef TESTS_SAY_AUDIT_FIXTURE_H
#define TESTS_SAY_AUDIT_FIXTURE_H

#include <audit/audit.h>

/* Static; made anew at each call. Its last township declined a task and its fifth complained: nothing may name them. */
struct audit_report *audit_fixture(void);

/* A month without tasks. */
struct audit_report *audit_fixture_empty(void);

#endif
