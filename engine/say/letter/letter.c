/* letter.c - a template's lines to the parts of a paper: "【标题】…" is a title, a line without a mark is a paragraph. */
#include <say/letter/letter_inside.h>

struct mark {
    struct str word;
    enum document_role role;
};

static const struct mark MARKS[] = {
    {STR_INIT("标题"), DOCUMENT_TITLE},         {STR_INIT("主送"), DOCUMENT_ADDRESSEE},
    {STR_INIT("一级标题"), DOCUMENT_HEADING_1}, {STR_INIT("二级标题"), DOCUMENT_HEADING_2},
    {STR_INIT("三级标题"), DOCUMENT_HEADING_3}, {STR_INIT("四级标题"), DOCUMENT_HEADING_4},
    {STR_INIT("附件"), DOCUMENT_ATTACHMENT},    {STR_INIT("署名"), DOCUMENT_SIGNATURE},
    {STR_INIT("日期"), DOCUMENT_DATE},          {STR_INIT("附注"), DOCUMENT_NOTE},
    {STR_INIT("抄送"), DOCUMENT_COPY_TO},       {STR_INIT("印发"), DOCUMENT_PRINTED},
};

enum { MARK_COUNT = sizeof MARKS / sizeof *MARKS };

struct template_names letter_names(void) {
    static const struct template_name NAMES[] = {
#define NAME(parent, id, name, ...) {STR_INIT(name), NAME_##parent, false},
#define SECTION(parent, id, name, ...) {STR_INIT(name), NAME_##parent, true},
#include <say/letter/letter_names.def>
#undef NAME
#undef SECTION
    };
    return (struct template_names){NAMES, LETTER_NAME_COUNT};
}

/* The word between 【 and 】 at the beginning of a line; empty when there is none. */
static struct str marked_word(struct str line) {
    const struct str open = STR("【"), close = STR("】");
    const ptrdiff_t end = str_starts_with(line, open) ? str_find(line, close) : -1;
    if (end < 0) return STR("");
    return (struct str){line.at + open.length, (size_t)end - open.length};
}

static int find_mark(struct str word) {
    for (int i = 0; i < MARK_COUNT; i++)
        if (str_equal(MARKS[i].word, word)) return i;
    return -1;
}

static struct str take_line(struct str *rest) {
    const ptrdiff_t end = str_find(*rest, STR("\n"));
    const struct str line = {rest->at, end >= 0 ? (size_t)end : rest->length};
    const size_t taken = line.length + (end >= 0);
    *rest = (struct str){rest->at + taken, rest->length - taken};
    return line;
}

quanze_status letter_check(struct str source, const char *file, struct quanze_error *error) {
    unsigned number = 1;
    for (struct str rest = source; rest.length > 0; number++) {
        const struct str word = marked_word(take_line(&rest));
        if (word.length == 0 || find_mark(word) >= 0) continue;
        struct str words[MARK_COUNT];
        for (size_t i = 0; i < MARK_COUNT; i++) words[i] = MARKS[i].word;
        const ptrdiff_t nearest = str_nearest(word, words, MARK_COUNT);
        const struct place place = {file, number, 2};
        if (nearest < 0)
            return error_at(error, QUANZE_BAD_DATA, place, "没有【%.*s】这种段落，能用的见 quanze-letter(5)",
                            "there is no paragraph 【%.*s】; quanze-letter(5) lists those that can be used", (int)word.length,
                            word.at);
        return error_at(error, QUANZE_BAD_DATA, place, "没有【%.*s】这种段落，是不是【%s】？",
                        "there is no paragraph 【%.*s】; did you mean 【%s】?", (int)word.length, word.at, words[nearest].at);
    }
    return QUANZE_OK;
}

bool letter_is_final(const struct letter_request *request) {
    return request->number.length > 0 && request->signer.length > 0 && request->date != DAY_NONE;
}

/* The line without the bytes that stand before values. */
static struct str plain(struct document *document, struct buf *line, struct str text) {
    buf_clear(line);
    for (size_t i = 0; i < text.length; i++)
        if (text.at[i] != TEMPLATE_VALUE) buf_put_char(line, text.at[i]);
    const struct str copy = arena_copy(document->arena, str_trim(buf_str(line)));
    document->failed = document->failed || line->failed || !copy.at;
    return copy.at ? copy : STR("");
}

/* A line of the title; where it is too long for one line, ｜ is the place to break it. */
static void put_title_line(struct buf *out, struct str text) {
    const struct str bar = STR("｜");
    const bool breaks = document_width(text) > DOCUMENT_TITLE_HALVES;
    for (ptrdiff_t at; (at = str_find(text, bar)) >= 0;) {
        buf_put(out, (struct str){text.at, (size_t)at});
        if (breaks) buf_put_char(out, '\n');
        text = (struct str){text.at + at + bar.length, text.length - (size_t)at - bar.length};
    }
    buf_put(out, text);
}

static void add_title(struct document *document, struct buf *line, struct str text) {
    const bool is_first = document->title.length == 0;
    buf_clear(line);
    buf_put(line, document->title);
    if (!is_first) buf_put_char(line, '\n');
    put_title_line(line, text);
    const struct str title = arena_copy(document->arena, buf_str(line));
    document->failed = document->failed || line->failed || !title.at;
    if (title.at) document->title = title;
}

/* "一、" to "十、", which is more than a letter has; after that plain numbers. */
static void put_numeral(struct buf *out, size_t number) {
    static const char *const NUMERALS[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
    if (number <= sizeof NUMERALS / sizeof *NUMERALS)
        buf_put_text(out, NUMERALS[number - 1]);
    else
        buf_put_int(out, (int64_t)number);
}

/* The number of a heading and how many there are: those of level 1 are counted through, those of level 2 within their own. */
static size_t number_heading(const struct document *document, size_t at, size_t *total) {
    const enum document_role role = document->blocks[at].role;
    size_t begin = at, end = at + 1, number = 0;
    const bool is_inner = role == DOCUMENT_HEADING_2;
    while (begin > 0 && !(is_inner && document->blocks[begin - 1].role == DOCUMENT_HEADING_1)) begin--;
    while (end < document->count && !(is_inner && document->blocks[end].role == DOCUMENT_HEADING_1)) end++;
    *total = 0;
    for (size_t i = begin; i < end; i++) {
        *total += document->blocks[i].role == role;
        number += i <= at && document->blocks[i].role == role;
    }
    return number;
}

/* Where there is one alone there is nothing to count: it stands without a number. */
static void number_headings(struct document *document, struct buf *line) {
    for (size_t i = 0; i < document->count; i++) {
        struct document_block *block = &document->blocks[i];
        size_t total;
        if (block->role != DOCUMENT_HEADING_1 && block->role != DOCUMENT_HEADING_2) continue;
        const size_t number = number_heading(document, i, &total);
        if (total == 1) continue;
        buf_clear(line);
        buf_put_text(line, block->role == DOCUMENT_HEADING_2 ? "（" : "");
        put_numeral(line, number);
        buf_put_text(line, block->role == DOCUMENT_HEADING_2 ? "）" : "、");
        buf_put(line, block->text);
        const struct str heading = arena_copy(document->arena, buf_str(line));
        document->failed = document->failed || line->failed || !heading.at;
        if (heading.at) block->text = heading;
    }
}

static void add_line(struct document *document, struct buf *scratch, struct str line) {
    const struct str word = marked_word(line);
    const int mark = find_mark(word);
    const size_t skipped = mark >= 0 ? word.length + sizeof "【】" - 1 : 0;
    const struct str text = plain(document, scratch, (struct str){line.at + skipped, line.length - skipped});
    if (text.length == 0) return;
    if (mark >= 0 && MARKS[mark].role == DOCUMENT_TITLE)
        add_title(document, scratch, text);
    else
        document_add(document, mark >= 0 ? MARKS[mark].role : DOCUMENT_BODY, text);
}

static enum document_kind kind_of(enum reply_genre genre) { return genre == GENRE_LETTER ? DOCUMENT_LETTER : DOCUMENT_UPWARD; }

static void put_head(const struct letter_request *request, const struct template_row *row, struct document *out) {
    out->kind = kind_of(request->reply->genre);
    out->mark = row->texts[NAME_FULL_OFFICE];
    out->number = request->number.length > 0 ? request->number : STR("（文号待编）");
    out->signer = request->signer;
    out->draft = letter_is_final(request) ? STR("") : STR("草稿");
}

quanze_status letter_write(const struct letter_request *request, const struct template *template, const char *file,
                           struct document *out, struct quanze_error *error) {
    struct template_row row;
    struct buf text = {0}, scratch = {0};
    if (!letter_fill(request, out->arena, &row)) return error_memory(error);
    put_head(request, &row, out);
    template_fill(template, &row, &text);
    for (struct str rest = buf_str(&text); rest.length > 0;) add_line(out, &scratch, take_line(&rest));
    number_headings(out, &scratch);
    const bool failed = out->failed || text.failed || scratch.failed;
    buf_free(&text);
    buf_free(&scratch);
    if (failed) return error_memory(error);
    if (out->title.length > 0 && out->count > 0) return QUANZE_OK;
    return error_at(error, QUANZE_BAD_DATA, (struct place){file, 1, 1}, "模板没有写出%s",
                    "the template writes no title or no text%.0s", out->title.length == 0 ? "【标题】" : "正文");
}
