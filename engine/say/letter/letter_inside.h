/* letter_inside.h - what the files that write letters share. */
#ifndef SAY_LETTER_INSIDE_H
#define SAY_LETTER_INSIDE_H

#include <model/lifecycle.h>
#include <say/letter/letter.h>
#include <say/say_inside.h>

enum letter_name {
    NAME_ROOT = -1,
#define NAME(parent, id, ...) NAME_##id,
#define SECTION(parent, id, ...) NAME_##id,
#include <say/letter/letter_names.def>
#undef NAME
#undef SECTION
    LETTER_NAME_COUNT
};

/* A text as official papers have it: 2023-12-07 16:00 becomes 2023年12月7日16时, and no blank stands beside a Chinese
 * character. */
void letter_tidy(struct buf *out, struct str text);

/* An article without what a rule adds behind "；": the circular that it was read in, which is for the notes. */
struct str letter_article(struct str article);

/* A citation as authority: 《…》（中办发〔2017〕11号）第三条, or "…关于…的规定" where no article has a number. */
void letter_cite(struct buf *out, const struct cite *cite);

/* "2026年12月8日" and "2026年12月8日9时30分"; the minute of a whole day is its date. */
void letter_day(struct buf *out, int32_t day);
void letter_minute(struct buf *out, int64_t minute, bool whole_day);

/* What the names of a letter's template stand for, in `arena`. False when memory ran out. */
bool letter_fill(const struct letter_request *request, struct arena *arena, struct template_row *out);

#endif
