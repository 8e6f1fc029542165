/* letter_words.c - dates, blanks and citations as official papers have them. Source: GB/T 9704-2012 7.3.5.4 and GB/T 15835-2011
 * as retold (Arabic numerals without leading zeros; no blank between numerals and characters). */
#include <say/letter/letter_inside.h>

#include <base/utf8.h>

static void put_time(struct buf *out, int minute_of_day) {
    buf_put_int(out, minute_of_day / 60);
    buf_put_text(out, "时");
    if (minute_of_day % 60 == 0) return;
    buf_put_int(out, minute_of_day % 60);
    buf_put_text(out, "分");
}

void letter_day(struct buf *out, int32_t day) {
    const struct civil civil = day_to_civil(day);
    buf_put_int(out, civil.year);
    buf_put_text(out, "年");
    buf_put_int(out, civil.month);
    buf_put_text(out, "月");
    buf_put_int(out, civil.day);
    buf_put_text(out, "日");
}

void letter_minute(struct buf *out, int64_t minute, bool whole_day) {
    letter_day(out, day_of_minute(minute));
    if (!whole_day) put_time(out, day_minute_of(minute));
}

/* The day, or the day and time, that a text begins with; 0 bytes when it begins with none. */
static size_t take_date(struct buf *out, struct str text) {
    enum { DATE_BYTES = 10, TIME_BYTES = 16 };
    int32_t day;
    int64_t minute;
    bool whole_day;
    if (text.length >= TIME_BYTES && day_parse_time((struct str){text.at, TIME_BYTES}, &minute, &whole_day) && !whole_day) {
        letter_minute(out, minute, false);
        return TIME_BYTES;
    }
    if (text.length < DATE_BYTES || !day_parse((struct str){text.at, DATE_BYTES}, &day)) return 0;
    letter_day(out, day);
    return DATE_BYTES;
}

static bool is_chinese(int32_t character) { return character >= 0x2E80 || character == 0x201C || character == 0x201D; }

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Whether a blank stands between two characters of which one is Chinese. */
static bool is_spare(struct str text, size_t at, int32_t before) {
    size_t behind = at + 1;
    while (behind < text.length && text.at[behind] == ' ') behind++;
    const int32_t after = behind < text.length ? utf8_next(text, &behind) : 0;
    return is_chinese(before) || is_chinese(after);
}

void letter_tidy(struct buf *out, struct str text) {
    int32_t before = 0;
    for (size_t at = 0; at < text.length;) {
        const bool may_be_date = is_digit(text.at[at]) && !(at > 0 && is_digit(text.at[at - 1]));
        const size_t taken = may_be_date ? take_date(out, (struct str){text.at + at, text.length - at}) : 0;
        if (taken > 0) {
            at += taken;
            before = 0x65E5; /* 日 */
        } else if (text.at[at] == ' ' && is_spare(text, at, before)) {
            at++;
        } else {
            const size_t from = at;
            before = utf8_next(text, &at);
            buf_put(out, (struct str){text.at + from, at - from});
        }
    }
}

/* Where the document number in brackets at the end of a title begins, or its length. */
static size_t title_end(struct str title) {
    const struct str open = STR("（"), close = STR("）");
    if (title.length < close.length || memcmp(title.at + title.length - close.length, close.at, close.length) != 0)
        return title.length;
    for (size_t at = title.length - close.length; at > 0; at--)
        if (str_starts_with((struct str){title.at + at, title.length - at}, open)) return at;
    return title.length;
}

struct str letter_article(struct str article) {
    const ptrdiff_t end = str_find(article, STR("；"));
    return end >= 0 ? (struct str){article.at, (size_t)end} : article;
}

void letter_cite(struct buf *out, const struct cite *cite) {
    const struct str article = letter_article(cite->article);
    const bool is_quoted = str_starts_with(cite->title, STR("《"));
    const size_t end = is_quoted ? cite->title.length : title_end(cite->title);
    const bool has_article = str_starts_with(article, STR("第"));
    if (!is_quoted) buf_put_text(out, "《");
    buf_put(out, (struct str){cite->title.at, end});
    if (!is_quoted) buf_put_text(out, "》");
    buf_put(out, (struct str){cite->title.at + end, cite->title.length - end});
    if (article.length == 0) return;
    if (!has_article) buf_put_text(out, "关于");
    buf_put(out, article);
    if (!has_article) buf_put_text(out, "的规定");
}
