/* clock.h - what time it is; the only file of the server that asks. */
#ifndef HTTP_CLOCK_H
#define HTTP_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

/* Since some moment, never going back: for spans. */
int64_t clock_ticks_ms(void);
int64_t clock_ticks_us(void);

/* Seconds since 1970, for what outlives the program. */
int64_t clock_seconds(void);

/* By the clock on the wall here: "2026-11-22T09:30", and with `:05` behind it; each NUL-ended. */
void clock_now(char out[20]);
void clock_now_seconds(char out[20]);

#endif
