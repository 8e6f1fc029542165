/* sheet_docx.c - the tables of a Word document, inner ones too, each with the text before it.
 *
 * What was deleted with changes tracked has another element (w:delText) and is not read; the spare copy of a drawing's text
 * (mc:Fallback) is left out. Source: ECMA-376 part 1, 17.4.
 */
#include <base/package.h>
#include <read/markup.h>
#include <read/sheet/sheet_build.h>

enum { MAX_NESTED = 16, TITLE_BYTES = 2048 };

enum merge { MERGE_NONE, MERGE_START, MERGE_GO_ON };

struct open_table {
    struct sheet_draft draft;
    struct buf cell;
    size_t columns, skipped; /* that the open cell covers; that the row leaves free at its start */
    enum merge merge;
    unsigned row_number;
};

struct docx {
    struct sheet_builder *builder;
    struct open_table tables[MAX_NESTED];
    size_t depth;    /* open tables, those too deep included */
    size_t in_text;  /* open w:t */
    size_t in_spare; /* open mc:Fallback */
    struct buf title;
};

static struct open_table *table_of(struct docx *docx) {
    return docx->depth == 0 || docx->depth > MAX_NESTED ? NULL : &docx->tables[docx->depth - 1];
}

static struct buf *text_sink(struct docx *docx) {
    if (docx->depth == 0) return &docx->title;
    return &docx->tables[docx->depth <= MAX_NESTED ? docx->depth - 1 : MAX_NESTED - 1].cell;
}

static size_t number_of(const struct markup_element *element) {
    struct str text = markup_attribute(element, "val");
    size_t number = 0;
    for (size_t i = 0; text.at && i < text.length && text.at[i] >= '0' && text.at[i] <= '9'; i++) {
        number = number * 10 + (size_t)(text.at[i] - '0');
        if (number > SHEET_MAX_COLUMNS) return SHEET_MAX_COLUMNS;
    }
    return number;
}

static struct str take_title(struct docx *docx) {
    if (docx->title.failed) sheet_fail_memory(docx->builder);
    struct str title = buf_str(&docx->title);
    if (title.length > TITLE_BYTES) title = (struct str){title.at + title.length - TITLE_BYTES, TITLE_BYTES};
    while (title.length > 0 && ((unsigned char)title.at[0] & 0xC0) == 0x80) title.at++, title.length--;
    struct str tidy = sheet_tidy(docx->builder, title);
    buf_clear(&docx->title);
    return tidy;
}

static bool start_table(struct docx *docx) {
    if (docx->depth++ >= MAX_NESTED) return true;
    struct open_table *table = table_of(docx);
    *table = (struct open_table){.cell = table->cell};
    buf_clear(&table->cell);
    table->draft.title = take_title(docx);
    return table->draft.title.at != NULL;
}

static bool end_table(struct docx *docx) {
    struct open_table *table = table_of(docx);
    docx->depth--;
    return table ? sheet_end(docx->builder, &table->draft) : true;
}

static bool end_cell(struct docx *docx, struct open_table *table) {
    if (table->cell.failed) return sheet_fail_memory(docx->builder);
    struct str text = sheet_tidy(docx->builder, buf_str(&table->cell));
    buf_clear(&table->cell);
    if (!text.at) return false;
    for (; table->skipped > 0; table->skipped--) sheet_put_cell(&table->draft, STR(""), 1, 1);
    if (table->merge == MERGE_GO_ON)
        sheet_put_below(&table->draft, table->columns);
    else
        sheet_put_cell(&table->draft, text, table->columns, 1);
    return true;
}

static void open_in_table(struct open_table *table, const struct markup_element *element) {
    struct str name = element->name;
    if (str_equal(name, STR("tr"))) {
        sheet_start_row(&table->draft, ++table->row_number);
        table->skipped = 0;
    } else if (str_equal(name, STR("gridBefore"))) {
        table->skipped = number_of(element);
    } else if (str_equal(name, STR("tc"))) {
        table->columns = 1;
        table->merge = MERGE_NONE;
        buf_clear(&table->cell);
    } else if (str_equal(name, STR("gridSpan"))) {
        table->columns = number_of(element) ? number_of(element) : 1;
    } else if (str_equal(name, STR("vMerge"))) {
        struct str value = markup_attribute(element, "val");
        table->merge = value.at && str_equal(value, STR("restart")) ? MERGE_START : MERGE_GO_ON;
    }
}

static bool open_element(void *payload, const struct markup_element *element) {
    struct docx *docx = payload;
    struct str name = element->name;
    if (str_equal(name, STR("Fallback"))) docx->in_spare++;
    if (docx->in_spare > 0) return true;
    if (str_equal(name, STR("tbl"))) return start_table(docx);
    if (str_equal(name, STR("t"))) docx->in_text++;
    if (str_equal(name, STR("br")) || str_equal(name, STR("cr"))) buf_put_char(text_sink(docx), '\n');
    if (str_equal(name, STR("tab"))) buf_put_char(text_sink(docx), ' ');
    if (table_of(docx)) open_in_table(table_of(docx), element);
    return true;
}

static bool close_element(void *payload, struct str name) {
    struct docx *docx = payload;
    struct open_table *table = table_of(docx);
    if (str_equal(name, STR("Fallback")) && docx->in_spare > 0) {
        docx->in_spare--;
        return true;
    }
    if (docx->in_spare > 0) return true;
    if (str_equal(name, STR("t")) && docx->in_text > 0) docx->in_text--;
    if (str_equal(name, STR("p"))) buf_put_char(text_sink(docx), '\n');
    if (str_equal(name, STR("tbl"))) return end_table(docx);
    if (table && str_equal(name, STR("tc"))) return end_cell(docx, table);
    if (table && str_equal(name, STR("tr"))) return sheet_end_row(docx->builder, &table->draft);
    return true;
}

static bool take_text(void *payload, struct str text, unsigned line) {
    struct docx *docx = payload;
    (void)line;
    if (docx->in_text > 0 && docx->in_spare == 0) buf_put(text_sink(docx), text);
    return true;
}

static void walk(struct str document, struct sheet_builder *builder) {
    struct docx *docx = arena_take_array(builder->arena, 1, sizeof *docx);
    if (!docx) {
        sheet_fail_memory(builder);
        return;
    }
    docx->builder = builder;
    const struct markup_handler handler = {open_element, take_text, close_element, docx};
    quanze_status status = markup_walk_xml(document, builder->file, &handler, builder->error);
    if (builder->status == QUANZE_OK) builder->status = status;
    for (size_t i = 0; i < MAX_NESTED; i++) buf_free(&docx->tables[i].cell);
    buf_free(&docx->title);
}

void sheet_read_docx(struct str bytes, struct sheet_builder *builder) {
    struct package *package = NULL;
    struct str document;
    builder->status = package_open(bytes, builder->file, &package, builder->error);
    if (builder->status == QUANZE_OK)
        builder->status = package_part(package, "word/document.xml", builder->arena, &document, builder->error);
    if (builder->status == QUANZE_OK) walk(document, builder);
    package_close(package);
}
