/* power.h - whether townships lawfully hold one power on one day.
 *
 * A reader must believe: a power is held by the list's register or by what came with the task, for all addressed
 * townships, in force and published that day, for this matter; coercion is never held by entrusting.
 * Source: 行政处罚法 20, 24 (decision or mandate, published); 行政强制法 17 (no entrusting); 行政许可法 24.
 */
#ifndef DECIDE_POWER_H
#define DECIDE_POWER_H

#include <decide/derive.h>

enum holding { HOLDING_NO, HOLDING_MAYBE, HOLDING_YES };

/* Tells how `need` is held; facts that would settle HOLDING_MAYBE are added to `missing`. False when memory ran out. */
bool power_holding(const struct deriver *deriver, const struct task *task, const struct power_need *need, enum holding *out,
                   struct fact_set *missing);

/* A power as somebody says to have it; days are DAY_NONE when open or not said. */
struct power_title {
    int power, mode;
    bool has_decision;
    int32_t published_on;
    struct validity validity;
};

/* Whether it counts on the day. */
bool power_title_counts(const struct vocabulary *vocabulary, const struct power_title *title, int32_t day);

/* Whether a register entry counts on the day. */
bool power_is_lawful(const struct vocabulary *vocabulary, const struct power_held *held, int32_t day);

/* The register entries that count on `day`; borrowed until the next call. */
const uint64_t *power_cache_lawful(struct power_cache *cache, int32_t day);

/* The register entries that are bound to `item`, or whose matter is found in its words; borrowed until the next call. NULL when
 * memory ran out. */
const uint64_t *power_cache_fits(struct power_cache *cache, int item);

#endif
