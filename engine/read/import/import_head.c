/* import_head.c - title, county and township out of a heading such as 示例县木塘垸镇履行职责事项清单, and the day from which it
 * holds, out of 自2025年7月1日起施行. */
#include <base/utf8.h>
#include <read/day_text.h>
#include <read/import/import_inside.h>

enum { TITLE_BYTES = 180 };

/* Up to and with the first of the endings, when `least` to `most` characters stand before it; else empty. */
static struct str up_to(struct str text, const char *const *endings, size_t least, size_t most) {
    size_t offset = 0, characters = 0;
    while (offset < text.length && characters <= most) {
        struct str rest = {text.at + offset, text.length - offset};
        for (const char *const *ending = endings; *ending && characters >= least; ending++)
            if (str_starts_with(rest, str_of(*ending))) return (struct str){text.at, offset + strlen(*ending)};
        if (utf8_next(text, &offset) < 0) break;
        characters++;
    }
    return STR("");
}

/* A township, not the word for townships in general. */
static struct str township_of(struct str text) {
    static const char *const GENERAL[] = {"乡镇", "镇街", "街道", "乡（镇", "各"}, *const ENDINGS_OF[] = {"街道", "镇", "乡",
                                                                                                          NULL};
    for (size_t i = 0; i < sizeof GENERAL / sizeof *GENERAL; i++)
        if (str_starts_with(text, str_of(GENERAL[i]))) return STR("");
    return up_to(text, ENDINGS_OF, 1, 8);
}

static void guess_from(struct import *import, struct str line) {
    static const char *const COUNTIES[] = {"县", "区", "市", "旗", NULL};
    bool is_title = line.length <= TITLE_BYTES && import_contains(line, "清单") && !import_is_heading(line);
    if (!is_title) return;
    struct str county = up_to(line, COUNTIES, 1, 8);
    struct str rest = {line.at + county.length, line.length - county.length};
    struct str township = township_of(rest);
    bool is_whole_title = county.length > 0 || township.length > 0;
    if (import->head[1].length == 0 && is_whole_title) import->head[1] = line;
    if (import->head[2].length == 0) import->head[2] = county;
    if (import->township.length == 0) import->township = township;
}

/* The day before 起施行 and the like, back to the year's first digit. */
static void guess_day(struct import *import, struct str line) {
    static const char *const WORDS[] = {"日起施行", "日起执行", "日起实施", "日起正式施行", "日起生效"};
    enum { HEAD_FROM = 4, DAY = 3 /* bytes of 日 */ };
    char room[DAY_TEXT_ROOM];
    ptrdiff_t end = -1;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS && end < 0; i++) end = str_find(line, str_of(WORDS[i]));
    if (end < 0 || import->head[HEAD_FROM].length > 0) return;
    const ptrdiff_t year = str_find((struct str){line.at, (size_t)end}, STR("年"));
    if (year < 4) return;
    const struct str written = {line.at + year - 4, (size_t)(end - year) + 4 + DAY};
    struct str day;
    if (!day_text_plain(written, false, room, &day)) return;
    import->head[HEAD_FROM] = arena_copy(import->arena, day);
    if (!import->head[HEAD_FROM].at) import->out_of_memory = true, import->head[HEAD_FROM] = STR("");
}

static void guess_from_lines(struct import *import, struct str text) {
    while (text.length > 0) {
        const char *end = memchr(text.at, '\n', text.length);
        size_t length = end ? (size_t)(end - text.at) : text.length;
        struct str line = import_name(import->arena, (struct str){text.at, length});
        if (!line.at) import->out_of_memory = true;
        if (line.at) guess_from(import, line);
        if (line.at) guess_day(import, line);
        size_t taken = length + (end ? 1 : 0);
        text = (struct str){text.at + taken, text.length - taken};
    }
}

void import_guess_head(struct import *import, const struct sheet *sheet) {
    enum { ROWS = 5 }; /* a title stands in the first few */
    guess_from_lines(import, sheet->title);
    for (size_t i = 0; i < sheet->count && i < ROWS; i++)
        if (sheet->rows[i].count > 0) guess_from_lines(import, sheet->rows[i].cells[0].text);
}
