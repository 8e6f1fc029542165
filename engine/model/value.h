/* value.h - what a fact can be: absent, stated to be none, or given.
 *
 * A reader must believe: absent, none and given are three things, kept apart from the reader to the verdict.
 * A value is 16 bytes; lists and texts are borrowed from the run's arena.
 */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include <base/day.h>
#include <base/str.h>

enum fact_type {
    FACT_BOOL,    /* number 0 or 1 */
    FACT_COUNT,   /* number, 0 and up */
    FACT_MONEY,   /* number, fen, 0 and up; written in yuan with at most two decimals */
    FACT_RATIO,   /* number, millionths, 0 to 1000000; written 0.6 or 60% */
    FACT_HOURS,   /* number, thousandths of an hour, 0 and up; written 2.5 */
    FACT_DATE,    /* number, day as in base/day.h; written YYYY-MM-DD */
    FACT_START,   /* number, minute as in base/day.h; a date alone means the start of that day */
    FACT_END,     /* number, minute; a date alone means the end of that day (23:59) */
    FACT_MOMENT,  /* number, minute; a date alone is refused: the time of day is what matters */
    FACT_TEXT,    /* text */
    FACT_CHOICE,  /* number, index into the fact's choices */
    FACT_DONE,    /* written done, none or a date: number = the day, or DAY_NONE for "done" without a date */
    FACT_TEXTS,   /* items: values of type FACT_TEXT */
    FACT_CHOICES, /* items: values of type FACT_CHOICE */
    FACT_RECORDS  /* items: rows times fields, row by row; absent fields of a row are VALUE_ABSENT */
};

enum value_state { VALUE_ABSENT, VALUE_NONE, VALUE_GIVEN };

struct value {
    union {
        int64_t number;
        const char *text;          /* `count` bytes */
        const struct value *items; /* `count` elements, or rows for FACT_RECORDS */
    };
    uint32_t count;
    uint8_t state;  /* enum value_state */
    bool whole_day; /* a time that was written as a date alone */
    uint16_t unused;
};

static inline struct str value_text(const struct value *value) { return (struct str){value->text, value->count}; }

static inline struct value value_number(int64_t number) { return (struct value){.number = number, .state = VALUE_GIVEN}; }

static inline struct value value_of_text(struct str text) {
    return (struct value){.text = text.at, .count = (uint32_t)text.length, .state = VALUE_GIVEN};
}

#endif
