/* audit_circular_line.c - the paragraph of the circular that is being made. Its words stand in audit_circular.def, since a
 * paper is Chinese in every language.
 */
#include <say/audit/audit_circular_inside.h>
#include <say/notice/mask.h>

static const struct str WORDS[] = {
#define CIRCULAR(id, words) STR_INIT(words),
#include <say/audit/audit_circular.def>
#undef CIRCULAR
};

struct str circular_word(enum circular_words words) {
    return WORDS[words];
}

/* Without the blank before a sign of percent. */
static void put_close(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] != ' ' || i + 1 == text.length || text.at[i + 1] != '%') buf_put_char(out, text.at[i]);
}

/* What was decided in the place of its 〈 〉. */
static void fill_blanks(struct buf *out, struct str text, const struct circular_request *request) {
    const struct {
        struct str blank, text;
        int32_t day;
    } BLANKS[] = {{STR("〈印发单位〉"), request->issuer, DAY_NONE},
                  {STR("〈成文日期〉"), STR(""), request->date},
                  {STR("〈整改期限〉"), STR(""), request->until},
                  {STR("〈期限〉"), STR(""), request->until}};
    for (size_t at = 0; at < text.length;) {
        const struct str rest = {text.at + at, text.length - at};
        size_t taken = 0;
        for (size_t i = 0; i < sizeof BLANKS / sizeof *BLANKS && taken == 0; i++) {
            if (!str_starts_with(rest, BLANKS[i].blank) || (BLANKS[i].text.length == 0 && BLANKS[i].day == DAY_NONE)) continue;
            taken = BLANKS[i].blank.length;
            buf_put(out, BLANKS[i].text);
            if (BLANKS[i].day != DAY_NONE) letter_day(out, BLANKS[i].day);
        }
        if (taken == 0) buf_put_char(out, text.at[at]);
        at += taken > 0 ? taken : 1;
    }
}

/* The paragraph being made as the paper has it: without townships, with dates and figures as officials write them. */
struct str circular_take(struct circular *circular) {
    struct buf close = {0}, masked = {0}, tidy = {0}, filled = {0};
    put_close(&close, buf_str(&circular->line));
    mask_townships(&masked, buf_str(&close), &circular->hidden);
    letter_tidy(&tidy, buf_str(&masked));
    fill_blanks(&filled, buf_str(&tidy), circular->request);
    const struct str kept = arena_copy(circular->document->arena, buf_str(&filled));
    circular->failed |= circular->line.failed || close.failed || masked.failed || tidy.failed || filled.failed || !kept.at;
    buf_free(&close);
    buf_free(&masked);
    buf_free(&tidy);
    buf_free(&filled);
    buf_clear(&circular->line);
    return kept.at ? kept : STR("");
}

void circular_add(struct circular *circular, enum document_role role) {
    document_add(circular->document, role, circular_take(circular));
}

void circular_put(struct circular *circular, struct str text) { buf_put(&circular->line, text); }
void circular_say(struct circular *circular, enum circular_words words) { circular_put(circular, WORDS[words]); }
void circular_count(struct circular *circular, size_t count) { buf_put_int(&circular->line, (int64_t)count); }

void circular_day(struct circular *circular, int32_t day) { letter_day(&circular->line, day); }

void circular_number(struct circular *circular, struct audit_number number, struct str unit) {
    audit_put_number(&circular->line, number, unit, QUANZE_ZH);
}

/* 一 to 十, then what follows them; no circular has more than nineteen parts. */
static void put_numeral(struct circular *circular, unsigned number) {
    static const struct str NUMERALS[] = {STR_INIT("一"), STR_INIT("二"), STR_INIT("三"), STR_INIT("四"), STR_INIT("五"),
                                          STR_INIT("六"), STR_INIT("七"), STR_INIT("八"), STR_INIT("九"), STR_INIT("十")};
    if (number > 10) circular_put(circular, NUMERALS[9]);
    circular_put(circular, NUMERALS[(number - 1) % 10]);
}

void circular_part(struct circular *circular, enum circular_words heading) {
    circular->part++;
    circular->point = 0;
    put_numeral(circular, circular->part);
    circular_put(circular, STR("、"));
    circular_say(circular, heading);
    circular_add(circular, DOCUMENT_HEADING_1);
}

/* "（一）" before the text that follows. */
void circular_point(struct circular *circular) {
    circular->point++;
    circular_put(circular, STR("（"));
    put_numeral(circular, circular->point);
    circular_put(circular, STR("）"));
}

void circular_words_of(struct circular *circular, struct str words) { mask_places(&circular->line, words, &circular->hidden); }

void circular_paper(struct circular *circular, struct str title, int32_t day) {
    const bool is_quoted = str_starts_with(title, STR("《"));
    if (!is_quoted) circular_put(circular, STR("《"));
    circular_words_of(circular, title);
    if (!is_quoted) circular_put(circular, STR("》"));
    if (day == DAY_NONE) return;
    circular_put(circular, STR("（"));
    circular_day(circular, day);
    circular_put(circular, STR("）"));
}

/* "A（日期）、B（日期）等". */
void circular_papers(struct circular *circular, struct audit_tasks tasks) {
    enum { MOST = 2 };
    for (size_t i = 0; i < tasks.count && i < MOST; i++) {
        const struct audit_task *task = &circular->report->tasks[tasks.at[i]];
        if (i > 0) circular_put(circular, STR("、"));
        circular_paper(circular, task->title.length > 0 ? task->title : task->id, task->day);
    }
    if (tasks.count > MOST) circular_put(circular, STR("等"));
}

void circular_period(struct circular *circular) { audit_put_period(&circular->line, &circular->report->period, QUANZE_ZH); }

struct circular_sums circular_sum(const struct audit_report *report, struct audit_tasks tasks) {
    struct circular_sums sums = {0, 0, 0};
    for (size_t i = 0; i < tasks.count; i++) {
        const struct audit_task *task = &report->tasks[tasks.at[i]];
        sums.clean += audit_is_clean(task);
        sums.untold += audit_is_clean(task) && task->untold != 0;
        sums.unadmitted += audit_is_unadmitted(task);
    }
    return sums;
}

void circular_tasks(struct circular *circular, enum circular_words words, size_t count) {
    circular_say(circular, words);
    circular_count(circular, count);
    circular_say(circular, CIRCULAR_PIECES);
}
