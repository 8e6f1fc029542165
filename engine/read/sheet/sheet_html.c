/* sheet_html.c - the tables of a web page, inner ones too, each with the text before it. */
#include <read/encoding.h>
#include <read/markup.h>
#include <read/sheet/sheet_build.h>

enum {
    MAX_NESTED = 16,          /* tables in tables; deeper ones count as text of the cell */
    MAX_COVERED_ROWS = 65534, /* as HTML itself bounds rowspan */
    TITLE_BYTES = 2048
};

struct open_table {
    struct sheet_draft draft;
    struct buf cell;
    size_t columns, rows; /* that the open cell covers */
    bool in_row, in_cell;
    unsigned row_number;
};

struct html {
    struct sheet_builder *builder;
    struct open_table tables[MAX_NESTED];
    size_t depth;     /* open tables, those too deep included */
    size_t unread;    /* open elements whose text nobody sees: script, style */
    struct buf title; /* the text since the last table */
};

static struct open_table *table_of(struct html *html) {
    if (html->depth == 0) return NULL;
    return &html->tables[html->depth <= MAX_NESTED ? html->depth - 1 : MAX_NESTED - 1];
}

static bool is_one_of(struct str name, const char *const *names) {
    for (; *names; names++)
        if (str_equal(name, str_of(*names))) return true;
    return false;
}

static struct buf *text_sink(struct html *html) {
    struct open_table *table = table_of(html);
    return table && table->in_cell ? &table->cell : &html->title;
}

/* What a table's number says, at least 1. */
static size_t covered(const struct markup_element *element, const char *name, size_t most) {
    struct str text = markup_attribute(element, name);
    size_t number = 0;
    for (size_t i = 0; text.at && i < text.length && text.at[i] >= '0' && text.at[i] <= '9'; i++) {
        number = number * 10 + (size_t)(text.at[i] - '0');
        if (number > most) return most;
    }
    return number ? number : 1;
}

static bool end_cell(struct html *html, struct open_table *table) {
    if (!table->in_cell) return true;
    table->in_cell = false;
    if (table->cell.failed) return sheet_fail_memory(html->builder);
    struct str text = sheet_tidy(html->builder, buf_str(&table->cell));
    buf_clear(&table->cell);
    if (!text.at) return false;
    sheet_put_cell(&table->draft, text, table->columns, table->rows);
    return true;
}

static bool end_row(struct html *html, struct open_table *table) {
    if (!table->in_row) return true;
    if (!end_cell(html, table)) return false;
    table->in_row = false;
    return sheet_end_row(html->builder, &table->draft);
}

static void start_row(struct open_table *table) {
    sheet_start_row(&table->draft, ++table->row_number);
    table->in_row = true;
}

/* The end of the text before a table, from a whole character on. */
static struct str take_title(struct html *html) {
    if (html->title.failed) sheet_fail_memory(html->builder);
    struct str title = buf_str(&html->title);
    if (title.length > TITLE_BYTES) title = (struct str){title.at + title.length - TITLE_BYTES, TITLE_BYTES};
    while (title.length > 0 && ((unsigned char)title.at[0] & 0xC0) == 0x80) title.at++, title.length--;
    struct str tidy = sheet_tidy(html->builder, title);
    buf_clear(&html->title);
    return tidy;
}

static bool start_table(struct html *html) {
    if (html->depth++ >= MAX_NESTED) return true;
    struct open_table *table = table_of(html);
    *table = (struct open_table){.cell = table->cell};
    buf_clear(&table->cell);
    table->draft.title = take_title(html);
    return table->draft.title.at != NULL;
}

static bool end_table(struct html *html) {
    if (html->depth == 0) return true;
    struct open_table *table = table_of(html);
    if (html->depth-- > MAX_NESTED) return true;
    return end_row(html, table) && sheet_end(html->builder, &table->draft);
}

static bool start_cell(struct html *html, struct open_table *table, const struct markup_element *element) {
    if (!end_cell(html, table)) return false;
    if (!table->in_row) start_row(table);
    table->in_cell = true;
    table->columns = covered(element, "colspan", SHEET_MAX_COLUMNS);
    table->rows = covered(element, "rowspan", MAX_COVERED_ROWS);
    return true;
}

static const char *const UNREAD[] = {"script", "style", "head", NULL};
static const char *const BREAKS[] = {"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", NULL};
static const char *const CELLS[] = {"td", "th", NULL};

static bool open_element(void *payload, const struct markup_element *element) {
    struct html *html = payload;
    struct open_table *table = table_of(html);
    if (is_one_of(element->name, UNREAD)) html->unread++;
    if (is_one_of(element->name, BREAKS)) buf_put_char(text_sink(html), '\n');
    if (str_equal(element->name, STR("table"))) return start_table(html);
    if (!table || html->depth > MAX_NESTED) return true;
    if (str_equal(element->name, STR("tr"))) {
        if (!end_row(html, table)) return false;
        start_row(table);
        return true;
    }
    return is_one_of(element->name, CELLS) ? start_cell(html, table, element) : true;
}

static bool close_element(void *payload, struct str name) {
    struct html *html = payload;
    struct open_table *table = table_of(html);
    if (is_one_of(name, UNREAD) && html->unread > 0) html->unread--;
    if (is_one_of(name, BREAKS)) buf_put_char(text_sink(html), '\n');
    if (str_equal(name, STR("table"))) return end_table(html);
    if (!table || html->depth > MAX_NESTED) return true;
    if (str_equal(name, STR("tr"))) return end_row(html, table);
    return is_one_of(name, CELLS) ? end_cell(html, table) : true;
}

/* Line breaks in the source are spaces on the page, or nothing behind Chinese. */
static bool take_text(void *payload, struct str text, unsigned line) {
    struct html *html = payload;
    struct buf *out = text_sink(html);
    (void)line;
    if (html->unread > 0) return true;
    for (size_t i = 0; i < text.length;) {
        const char *end = memchr(text.at + i, '\n', text.length - i);
        size_t length = end ? (size_t)(end - text.at) - i : text.length - i;
        struct str piece = {text.at + i, length};
        if (end) piece = str_trim(piece);
        buf_put(out, piece);
        if (end && piece.length > 0 && (unsigned char)piece.at[piece.length - 1] < 0x80) buf_put_char(out, ' ');
        i += length + 1;
    }
    return true;
}

void sheet_read_html(struct str bytes, struct sheet_builder *builder) {
    struct str text;
    builder->status = encoding_text(bytes, builder->file, builder->arena, &text, builder->error);
    if (builder->status != QUANZE_OK) return;
    struct html *html = arena_take_array(builder->arena, 1, sizeof *html);
    if (!html) {
        sheet_fail_memory(builder);
        return;
    }
    html->builder = builder;
    const struct markup_handler handler = {open_element, take_text, close_element, html};
    quanze_status status = markup_walk_html(text, builder->file, &handler, builder->error);
    if (builder->status == QUANZE_OK) builder->status = status;
    while (builder->status == QUANZE_OK && html->depth > 0) end_table(html);
    for (size_t i = 0; i < MAX_NESTED; i++) buf_free(&html->tables[i].cell);
    buf_free(&html->title);
}
