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

/* Whether a folded matter is found in a folded text: as it stands, or two thirds of its pairs of characters. */
bool power_matter_in_text(struct str matter, struct str text);

/* Whether the matter of register entry `entry` is found in the words of `item`. `*ok` becomes false when memory ran out. */
bool power_cache_fits(struct power_cache *cache, const struct list *list, size_t entry, int item, bool *ok);

/* The folded matter of an entry. */
struct str power_cache_matter(const struct power_cache *cache, size_t entry);

#endif
