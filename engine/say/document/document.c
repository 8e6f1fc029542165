/* document.c - see document.h: building a paper, and what each role looks like. */
#include <say/document/document.h>

enum { SIZE_2 = 44, SIZE_3 = 32, SIZE_4 = 28 }; /* 2号 22 pt, 3号 16 pt, 4号 14 pt, in half points */

static const struct document_style STYLES[DOCUMENT_ROLE_COUNT] = {
    [DOCUMENT_ADDRESSEE] = {.size = SIZE_3, .lines_before = 1},
    [DOCUMENT_BODY] = {.size = SIZE_3, .first = 4},
    [DOCUMENT_HEADING_1] = {.font = FONT_HEITI, .size = SIZE_3, .first = 4},
    [DOCUMENT_HEADING_2] = {.font = FONT_KAITI, .size = SIZE_3, .first = 4},
    [DOCUMENT_HEADING_3] = {.size = SIZE_3, .first = 4},
    [DOCUMENT_HEADING_4] = {.size = SIZE_3, .first = 4},
    [DOCUMENT_CAPTION] = {.font = FONT_HEITI, .size = SIZE_3, .align = ALIGN_CENTRE, .lines_before = 1},
    [DOCUMENT_TABLE] = {.size = SIZE_4},
    [DOCUMENT_ATTACHMENT] = {.size = SIZE_3, .first = 4, .left = 12},
    [DOCUMENT_SIGNATURE] = {.size = SIZE_3, .align = ALIGN_RIGHT, .lines_before = 2},
    [DOCUMENT_DATE] = {.size = SIZE_3, .align = ALIGN_RIGHT, .right = 8},
    [DOCUMENT_NOTE] = {.size = SIZE_3, .first = 4},
    [DOCUMENT_COPY_TO] = {.size = SIZE_4, .first = 2, .left = 8, .right = 2},
    [DOCUMENT_PRINTED] = {.size = SIZE_4, .first = 2, .left = 2, .right = 2},
    [DOCUMENT_MARK] = {.font = FONT_XIAOBIAOSONG, .align = ALIGN_CENTRE, .is_red = true},
    [DOCUMENT_NUMBER] = {.size = SIZE_3},
    [DOCUMENT_DRAFT] = {.font = FONT_HEITI, .size = SIZE_3},
    [DOCUMENT_TITLE] = {.font = FONT_XIAOBIAOSONG, .size = SIZE_2, .align = ALIGN_CENTRE, .lines_before = 2},
};

bool document_is_closing(enum document_role role) {
    return role == DOCUMENT_ATTACHMENT || role == DOCUMENT_SIGNATURE || role == DOCUMENT_DATE || role == DOCUMENT_NOTE;
}

bool document_is_foot(enum document_role role) { return role == DOCUMENT_COPY_TO || role == DOCUMENT_PRINTED; }

struct str document_font_names(enum document_font font) {
    switch (font) {
    case FONT_FANGSONG: return STR("仿宋_GB2312,FangSong_GB2312,仿宋,FangSong,STFangsong,华文仿宋,Noto Serif CJK SC");
    case FONT_HEITI: return STR("黑体,SimHei,STHeiti,华文黑体,Noto Sans CJK SC");
    case FONT_KAITI: return STR("楷体_GB2312,KaiTi_GB2312,楷体,KaiTi,STKaiti,华文楷体,Noto Serif CJK SC");
    case FONT_XIAOBIAOSONG:
        return STR("方正小标宋简体,FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,Noto Serif CJK SC");
    }
    return STR("");
}

static struct document_block *add_block(struct document *document, enum document_role role) {
    if (document->failed) return NULL;
    if (document->count == document->capacity) {
        const size_t capacity = document->capacity > 0 ? 2 * document->capacity : 32;
        struct document_block *blocks = arena_take_array(document->arena, capacity, sizeof *blocks);
        document->failed = !blocks;
        if (!blocks) return NULL;
        if (document->count > 0) memcpy(blocks, document->blocks, document->count * sizeof *blocks);
        document->blocks = blocks;
        document->capacity = capacity;
    }
    struct document_block *block = &document->blocks[document->count++];
    *block = (struct document_block){.role = role};
    return block;
}

void document_add(struct document *document, enum document_role role, struct str text) {
    struct document_block *block = add_block(document, role);
    if (block) block->text = text;
}

struct document_table *document_add_table(struct document *document, size_t columns, size_t rows,
                                          const unsigned char *percent) {
    struct document_block *block = add_block(document, DOCUMENT_TABLE);
    if (!block) return NULL;
    struct document_table *table = arena_take_array(document->arena, 1, sizeof *table);
    if (table) table->cells = arena_take_array(document->arena, columns * rows, sizeof *table->cells);
    if (!table || !table->cells) {
        document->failed = true;
        document->count--;
        return NULL;
    }
    table->columns = columns;
    table->rows = rows;
    memcpy(table->percent, percent, columns);
    for (size_t i = 0; i < columns * rows; i++) table->cells[i] = STR("");
    block->table = table;
    return table;
}

/* What a layout is made with. */
struct layout {
    struct arena *arena;
    struct paragraphs *out;
    struct buf line; /* a text in the making */
    bool failed;
};

static struct str keep(struct layout *layout) {
    struct str text = arena_copy(layout->arena, buf_str(&layout->line));
    layout->failed = layout->failed || layout->line.failed || !text.at;
    buf_clear(&layout->line);
    return text.at ? text : STR("");
}

static struct paragraph *put(struct layout *layout, enum document_role role, struct str text) {
    struct paragraph *paragraph = &layout->out->at[layout->out->count++];
    *paragraph = (struct paragraph){.role = role, .style = STYLES[role], .text = text.at ? text : STR("")};
    return paragraph;
}

/* Of a letter: the draft mark at the left, the number at the right, on the first line below the red one. */
static void put_letter_head(struct layout *layout, const struct document *document) {
    put(layout, DOCUMENT_MARK, document->mark);
    struct paragraph *line = put(layout, DOCUMENT_NUMBER, document->draft);
    line->style.font = FONT_HEITI;
    line->tail = document->number;
}

/* Of an upward paper: the number one character in, the signer at the right. */
static void put_upward_head(struct layout *layout, const struct document *document) {
    const bool has_signer = document->signer.length > 0;
    put(layout, DOCUMENT_DRAFT, document->draft);
    put(layout, DOCUMENT_MARK, document->mark)->style.lines_before = 2;
    struct paragraph *line = put(layout, DOCUMENT_NUMBER, document->number);
    line->style.first = line->style.right = 2;
    line->style.lines_before = 2;
    buf_put_text(&layout->line, "签发人：");
    buf_put(&layout->line, document->signer);
    line->tail = keep(layout);
    if (!has_signer && document->draft.length == 0) line->tail = STR("");
}

static void put_plain_head(struct layout *layout, const struct document *document) {
    if (document->draft.length == 0 && document->number.length == 0) return;
    struct paragraph *line = put(layout, DOCUMENT_NUMBER, document->draft);
    line->style.font = FONT_HEITI;
    line->tail = document->number;
}

/* Each line of a title in as few lines as it needs, about equally long. */
static void put_balanced(struct layout *layout, struct str line) {
    const size_t width = document_width(line), fewest = (width + DOCUMENT_TITLE_HALVES - 1) / DOCUMENT_TITLE_HALVES;
    size_t halves = fewest > 0 ? (width + fewest - 1) / fewest : DOCUMENT_TITLE_HALVES;
    while (halves < DOCUMENT_TITLE_HALVES && document_lines(line, halves) > fewest) halves++;
    for (struct str rest = line; rest.length > 0;) {
        const struct str fitting = document_fit(rest, halves);
        if (rest.at != line.at) buf_put_char(&layout->line, '\n');
        buf_put(&layout->line, fitting);
        rest = (struct str){rest.at + fitting.length, rest.length - fitting.length};
    }
}

static struct str balanced(struct layout *layout, struct str title) {
    while (title.length > 0) {
        const ptrdiff_t end = str_find(title, STR("\n"));
        const size_t length = end >= 0 ? (size_t)end : title.length;
        put_balanced(layout, (struct str){title.at, length});
        if (end >= 0) buf_put_char(&layout->line, '\n');
        title = (struct str){title.at + length + (end >= 0), title.length - length - (end >= 0)};
    }
    return keep(layout);
}

static void put_head(struct layout *layout, const struct document *document) {
    switch (document->kind) {
    case DOCUMENT_LETTER: put_letter_head(layout, document); break;
    case DOCUMENT_UPWARD: put_upward_head(layout, document); break;
    case DOCUMENT_PLAIN: put_plain_head(layout, document); break;
    }
    struct paragraph *title = put(layout, DOCUMENT_TITLE, balanced(layout, document->title));
    if (document->kind == DOCUMENT_PLAIN) title->style.lines_before = 1;
}

static bool is_attachment(const struct document *document, size_t block) {
    return block < document->count && document->blocks[block].role == DOCUMENT_ATTACHMENT;
}

/* "附件：1.名称"; further ones stand under the first number; one alone has none. */
static void put_attachment(struct layout *layout, const struct document *document, size_t block) {
    size_t before = 0;
    while (before < block && is_attachment(document, block - before - 1)) before++;
    const bool is_alone = before == 0 && !is_attachment(document, block + 1);
    if (before == 0) buf_put_text(&layout->line, "附件：");
    if (!is_alone) {
        buf_put_int(&layout->line, (int64_t)before + 1);
        buf_put_char(&layout->line, '.');
    }
    buf_put(&layout->line, document->blocks[block].text);
    struct paragraph *paragraph = put(layout, DOCUMENT_ATTACHMENT, keep(layout));
    paragraph->style.lines_before = before == 0 ? 1 : 0;
    if (before > 0) paragraph->style.first = 10;
    paragraph->style.left = is_alone ? 10 : 12;
}

/* The name is centred over the date, which stands four characters from the right edge, and neither leaves the page. */
static void put_signature(struct layout *layout, const struct document *document, size_t block) {
    struct paragraph *paragraph = put(layout, DOCUMENT_SIGNATURE, document->blocks[block].text);
    const bool has_date = block + 1 < document->count && document->blocks[block + 1].role == DOCUMENT_DATE;
    const struct str date = has_date ? document->blocks[block + 1].text : STR("");
    const long name_width = (long)document_width(paragraph->text), date_width = (long)document_width(date);
    const long right = (long)STYLES[DOCUMENT_DATE].right + (date_width - name_width) / 2;
    paragraph->style.right = right > 0 ? (unsigned)right : 0;
}

/* "木塘垸镇人民政府", and at the right "2026年12月8日印发". */
static void put_printed(struct layout *layout, const struct document *document, struct str text) {
    for (size_t i = 0; i < document->count && layout->line.length == 0; i++)
        if (document->blocks[i].role == DOCUMENT_DATE) buf_put(&layout->line, document->blocks[i].text);
    buf_put_text(&layout->line, "印发");
    put(layout, DOCUMENT_PRINTED, text)->tail = keep(layout);
}

static void put_block(struct layout *layout, const struct document *document, size_t index) {
    const struct document_block *block = &document->blocks[index];
    if (block->role == DOCUMENT_ATTACHMENT) {
        put_attachment(layout, document, index);
    } else if (block->role == DOCUMENT_SIGNATURE) {
        put_signature(layout, document, index);
    } else if (block->role == DOCUMENT_COPY_TO) {
        buf_put_text(&layout->line, "抄送：");
        buf_put(&layout->line, block->text);
        put(layout, DOCUMENT_COPY_TO, keep(layout));
    } else if (block->role == DOCUMENT_PRINTED) {
        put_printed(layout, document, block->text);
    } else {
        put(layout, block->role, block->text)->table = block->table;
    }
}

bool document_lay_out(const struct document *document, struct arena *arena, struct paragraphs *out) {
    enum { HEAD_PARAGRAPHS = 4 };
    struct layout layout = {.arena = arena, .out = out};
    out->count = 0;
    out->at = arena_take_array(arena, document->count + HEAD_PARAGRAPHS, sizeof *out->at);
    if (document->failed || !out->at) return false;
    put_head(&layout, document);
    for (size_t i = 0; i < document->count; i++) put_block(&layout, document, i);
    buf_free(&layout.line);
    return !layout.failed;
}
