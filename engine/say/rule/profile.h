/* profile.h - the page of `rules profile`: what each rule costs, the dearest first, and why. */
#ifndef SAY_PROFILE_H
#define SAY_PROFILE_H

#include <base/buf.h>
#include <rule/rule.h>

struct profile_page {
    const struct rulebook *book;
    const struct rule_meter *meters; /* one for each rule of the book */
    uint64_t tasks;
    uint64_t total_ns; /* of the whole run without what counting took; 0: no clock was handed in */
};

void say_profile(struct buf *out, const struct profile_page *profile, quanze_language language, quanze_format format);

#endif
