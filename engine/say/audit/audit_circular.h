/* audit_circular.h - the monthly circular (通报), drafted from the report of an audit.
 *
 * A reader must believe: no township is named in it, and no village, neither by its own name nor within the title of a paper,
 * so that nobody is punished for a refusal or a complaint; only citations read in their source stand in it; what a person has
 * to decide (who issues it, number, date, time limits) stands in 〈 〉 until it is handed in, and the paper is marked a draft
 * as long; every figure is that of the report. It is written in Chinese, as papers are. Source: the shape of published
 * circulars (issuer, cases, what they show, what is asked); GB/T 9704-2012 by document.h.
 */
#ifndef SAY_AUDIT_CIRCULAR_H
#define SAY_AUDIT_CIRCULAR_H

#include <audit/audit.h>
#include <say/document/document.h>

/* What a person decides; texts empty and days DAY_NONE: not yet. */
struct circular_request {
    struct str issuer, number, signer;
    int32_t date, until; /* of the paper; by which corrections are due */
};

/* Whether nothing is left to decide: the paper is no draft. */
bool say_circular_is_final(const struct circular_request *request);

/* Writes the draft into `out`, zero-initialised with its arena. QUANZE_INTERNAL when memory ran out. */
quanze_status say_audit_circular(const struct audit_report *report, const struct circular_request *request,
                                 struct document *out, struct quanze_error *error);

#endif
