/* sheet_book.c - workbook.xml, its relations, sharedStrings.xml and styles.xml. */
#include <read/markup.h>
#include <read/sheet/sheet_book.h>

void *sheet_book_grow(struct sheet_builder *builder, void *array, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return array;
    size_t wanted = *capacity ? *capacity * 2 : 32;
    void *grown = arena_take_array(builder->arena, wanted, size);
    if (!grown) {
        sheet_fail_memory(builder);
        return NULL;
    }
    if (count) memcpy(grown, array, count * size);
    *capacity = wanted;
    return grown;
}

/* Walks a part; one that is not there is as good as an empty one when it may be left out. */
static void walk_part(struct book *book, const char *name, bool is_optional, struct markup_handler handler) {
    struct sheet_builder *builder = book->builder;
    struct str bytes;
    if (builder->status != QUANZE_OK) return;
    if (is_optional && !package_has(book->package, name)) return;
    quanze_status status = package_part(book->package, name, builder->arena, &bytes, builder->error);
    if (status == QUANZE_OK) status = markup_walk_xml(bytes, builder->file, &handler, builder->error);
    if (builder->status == QUANZE_OK) builder->status = status;
}

static struct str keep(struct book *book, struct str text) {
    struct str copy = arena_copy(book->builder->arena, text.at ? text : STR(""));
    if (!copy.at) sheet_fail_memory(book->builder);
    return copy;
}

static bool says(const struct markup_element *element, const char *attribute, const char *value) {
    struct str text = markup_attribute(element, attribute);
    return text.at && str_equal(text, str_of(value));
}

static bool open_in_workbook(void *payload, const struct markup_element *element) {
    struct book *book = payload;
    if (str_equal(element->name, STR("workbookPr")))
        book->from_1904 = says(element, "date1904", "1") || says(element, "date1904", "true");
    if (!str_equal(element->name, STR("sheet"))) return true;
    struct book_sheet *sheets =
        sheet_book_grow(book->builder, book->sheets, book->sheet_count, &book->sheet_capacity, sizeof *sheets);
    if (!sheets) return false;
    book->sheets = sheets;
    struct book_sheet sheet = {
        .name = keep(book, markup_attribute(element, "name")),
        .relation = keep(book, markup_attribute(element, "id")),
        .is_hidden = says(element, "state", "hidden") || says(element, "state", "veryHidden"),
    };
    if (!sheet.name.at || !sheet.relation.at) return false;
    sheets[book->sheet_count++] = sheet;
    return true;
}

/* The part that a relation names: beside the workbook, or from the root when it starts with a slash. */
static bool open_in_relations(void *payload, const struct markup_element *element) {
    struct book *book = payload;
    struct str id = markup_attribute(element, "Id"), target = markup_attribute(element, "Target");
    if (!id.at || !target.at) return true;
    for (size_t i = 0; i < book->sheet_count; i++) {
        if (!str_equal(book->sheets[i].relation, id)) continue;
        struct buf part = {0};
        if (target.length > 0 && target.at[0] == '/')
            buf_put(&part, (struct str){target.at + 1, target.length - 1});
        else
            buf_put_text(&part, "xl/"), buf_put(&part, target);
        book->sheets[i].part = part.failed ? NULL : keep(book, buf_str(&part)).at;
        bool failed = !book->sheets[i].part;
        buf_free(&part);
        if (failed) return sheet_fail_memory(book->builder);
    }
    return true;
}

struct strings {
    struct book *book;
    struct buf text;
    size_t in_text, in_reading; /* open <t>; open <rPh>, the reading of characters in small print */
};

static bool open_in_strings(void *payload, const struct markup_element *element) {
    struct strings *strings = payload;
    if (str_equal(element->name, STR("si"))) buf_clear(&strings->text);
    if (str_equal(element->name, STR("rPh"))) strings->in_reading++;
    if (str_equal(element->name, STR("t"))) strings->in_text++;
    return true;
}

static bool text_in_strings(void *payload, struct str text, unsigned line) {
    struct strings *strings = payload;
    (void)line;
    if (strings->in_text > 0 && strings->in_reading == 0) buf_put(&strings->text, text);
    return true;
}

static bool close_in_strings(void *payload, struct str name) {
    struct strings *strings = payload;
    struct book *book = strings->book;
    if (str_equal(name, STR("rPh"))) strings->in_reading--;
    if (str_equal(name, STR("t"))) strings->in_text--;
    if (!str_equal(name, STR("si"))) return true;
    struct str *texts = sheet_book_grow(book->builder, book->texts, book->text_count, &book->text_capacity, sizeof *texts);
    if (strings->text.failed || !texts) return sheet_fail_memory(book->builder);
    book->texts = texts;
    texts[book->text_count] = sheet_tidy(book->builder, buf_str(&strings->text));
    return texts[book->text_count++].at != NULL;
}

/* Whether a number format shows a day: it has y, d, 年 or 日 outside of quotes and brackets. */
static bool shows_day(struct str format) {
    char closing = 0;
    for (size_t i = 0; i < format.length; i++) {
        char c = format.at[i];
        if (closing) {
            if (c == closing) closing = 0;
        } else if (c == '"' || c == '[') {
            closing = c == '"' ? '"' : ']';
        } else if (c == '\\') {
            i++;
        } else if (c == 'y' || c == 'Y' || c == 'd' || c == 'D') {
            return true;
        }
    }
    return false;
}

/* Built-in formats of days, the Chinese ones among them. */
static bool is_builtin_day(int64_t format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
           (format >= 50 && format <= 54) || format == 57 || format == 58;
}

enum { MAX_OWN_FORMATS = 512 };

struct styles {
    struct book *book;
    int64_t days[MAX_OWN_FORMATS]; /* ids of the workbook's own formats that show days */
    size_t day_count, in_cells;    /* open <cellXfs> */
};

static int64_t number_of(struct str text) {
    int64_t number = 0;
    if (!text.at || text.length == 0 || text.length > 9) return -1;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return -1;
        number = number * 10 + (text.at[i] - '0');
    }
    return number;
}

static bool is_day(const struct styles *styles, int64_t format) {
    for (size_t i = 0; i < styles->day_count; i++)
        if (styles->days[i] == format) return true;
    return is_builtin_day(format);
}

static bool open_in_styles(void *payload, const struct markup_element *element) {
    struct styles *styles = payload;
    struct book *book = styles->book;
    int64_t format = number_of(markup_attribute(element, "numFmtId"));
    if (str_equal(element->name, STR("cellXfs"))) styles->in_cells++;
    if (str_equal(element->name, STR("numFmt")) && styles->day_count < MAX_OWN_FORMATS) {
        struct str code = markup_attribute(element, "formatCode");
        if (code.at && shows_day(code)) styles->days[styles->day_count++] = format;
    }
    if (styles->in_cells == 0 || !str_equal(element->name, STR("xf"))) return true;
    bool *dates = sheet_book_grow(book->builder, book->dates, book->style_count, &book->style_capacity, sizeof *dates);
    if (!dates) return false;
    book->dates = dates;
    dates[book->style_count++] = is_day(styles, format);
    return true;
}

static bool close_in_styles(void *payload, struct str name) {
    struct styles *styles = payload;
    if (str_equal(name, STR("cellXfs")) && styles->in_cells > 0) styles->in_cells--;
    return true;
}

void sheet_book_read(struct book *book) {
    struct strings strings = {.book = book};
    struct styles styles = {.book = book};
    walk_part(book, "xl/workbook.xml", false, (struct markup_handler){.open = open_in_workbook, .payload = book});
    walk_part(book, "xl/_rels/workbook.xml.rels", false, (struct markup_handler){.open = open_in_relations, .payload = book});
    walk_part(book, "xl/sharedStrings.xml", true,
              (struct markup_handler){open_in_strings, text_in_strings, close_in_strings, &strings});
    walk_part(book, "xl/styles.xml", true, (struct markup_handler){open_in_styles, NULL, close_in_styles, &styles});
    buf_free(&strings.text);
}
