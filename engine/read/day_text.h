/* day_text.h - days and times as spreadsheets and registers write them: 2026/11/22 9:30, 2026.11.22, 2026年11月22日下午3时前.
 *
 * A reader must believe: a year is always written with four digits, nothing is guessed; a count of days since 1899-12-30 is
 * read only where a worksheet says that it counts so.
 */
#ifndef READ_DAY_TEXT_H
#define READ_DAY_TEXT_H

#include <base/str.h>

#define DAY_TEXT_ROOM 17 /* "2026-11-22T09:30" */

/* Writes the day or time as task files do. With `is_end` the text may end in 前, 之前, 以前. False when it is no such day. */
bool day_text_plain(struct str text, bool is_end, char room[DAY_TEXT_ROOM], struct str *out);

/* Writes the day or time that is `serial` days ("46348.39583") after the day `zero`. False when it is no number between 1954
 * and 2118, where every day of an office stands. */
bool day_text_serial(struct str serial, int32_t zero, char room[DAY_TEXT_ROOM], struct str *out);

#endif
