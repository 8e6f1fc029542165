/* verdict.h - statuses, levels, verdicts, and the fold over them, a total order.
 *
 * A reader must believe: `verdict_worse` is commutative, associative and idempotent (a test checks all triples).
 */
#ifndef MODEL_VERDICT_H
#define MODEL_VERDICT_H

#include <base/str.h>

enum level { LEVEL_INFO, LEVEL_WARN, LEVEL_HOLD, LEVEL_BLOCK };

/* What became of one rule. */
enum status {
    STATUS_NOT_APPLICABLE, /* its declared filter does not hold */
    STATUS_PASS,
    STATUS_FAIL,
    STATUS_UNKNOWN, /* a fact it needs is absent */
    STATUS_WAIVED,  /* it failed, or could not be told, and a valid waiver covers it */
    STATUS_ERROR    /* the rule broke: counts as failed at its level */
};

/* Ordered from soft to hard. */
enum verdict { VERDICT_ADMIT, VERDICT_CONDITIONAL, VERDICT_HOLD, VERDICT_REJECT };

enum stage { STAGE_SCREEN, STAGE_AUDIT, STAGE_LIST };

/* Of what a rule of stage audit is a rule; SUBJECT_NONE for rules of other stages. */
enum subject { SUBJECT_NONE, SUBJECT_COUNTY, SUBJECT_DEPARTMENT, SUBJECT_TOWNSHIP, SUBJECT_MATTER, SUBJECT_PAPER };

enum family {
    FAMILY_LIST,
    FAMILY_POWER,
    FAMILY_RESOURCE,
    FAMILY_TIME,
    FAMILY_DUPLICATE,
    FAMILY_TRACE,
    FAMILY_INSPECTION,
    FAMILY_BURDEN,
    FAMILY_ACCOUNTABILITY,
    FAMILY_BASIS,
    FAMILY_SCOREBOARD,
    FAMILY_GUARD,
    FAMILY_COUNT
};

static inline enum verdict verdict_worse(enum verdict a, enum verdict b) { return a > b ? a : b; }

/* What a failed rule of this level makes of a task. */
enum verdict verdict_of_level(enum level level);

/* Names as in files and JSON; `*_find` gives -1 for anything else. */
struct str level_name(enum level level);
struct str status_name(enum status status); /* "not_applicable" "pass" "fail" "unknown" "waived" "error" */
struct str verdict_name(enum verdict verdict);
struct str stage_name(enum stage stage);
struct str family_name(enum family family);
struct str subject_name(enum subject subject); /* "none" "county" "department" "township" "matter" "paper" */
int level_find(struct str name);
int status_find(struct str name);
int stage_find(struct str name);
int family_find(struct str name);

/* Exit code of the contract: 0, 0, 2, 1. */
int verdict_exit_code(enum verdict verdict);

#endif
