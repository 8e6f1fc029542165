/* numeral.h - numbers as notices write them: 250, 7038, 1.2万, 二十八, 百分之六十 (as 60%), 〇. */
#ifndef READ_NOTICE_NUMERAL_H
#define READ_NOTICE_NUMERAL_H

#include <read/notice/paper.h>

#define NUMERAL_MICRO 1000000

/* Each reads from `*at` on and moves behind what was read; false, and `*at` as it was, when no such number stands there. */

/* A whole number up to 9999 in digits, or up to 999 in characters; no more digits may follow. */
bool numeral_small(const struct paper *paper, uint32_t *at, int *out);

/* Any number with decimals, commas between thousands, 万 and 亿; in millionths, at most 1e12 wholes. */
bool numeral_amount(const struct paper *paper, uint32_t *at, int64_t *micro);

/* A year written digit by digit: 2026, 二〇二六. 1900 to 2999. */
bool numeral_year(const struct paper *paper, uint32_t *at, int *out);

/* The value of a digit in characters, 0 to 9 (两 is 2), or -1. */
int numeral_digit(uint16_t point);

#endif
