/* fuzz_letter.c - templates that a county writes itself, filled with a stranger's words and set as a paper in every format: no
 * line of text is wider than the page. The input is the template, a NUL, and the words. */
#include <base/utf8.h>
#include <say/document/document.h>
#include <say/letter/letter.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MAX_NAMES = 128, HALVES = 2 * DOCUMENT_CELLS };

static void check_lines(struct str text) {
    while (text.length > 0) {
        const ptrdiff_t end = str_find(text, STR("\n"));
        const struct str line = {text.at, end >= 0 ? (size_t)end : text.length};
        if (document_width(line) > HALVES) abort();
        text = (struct str){text.at + line.length + (end >= 0), text.length - line.length - (end >= 0)};
    }
}

static void set(struct document *document) {
    struct quanze_error error;
    struct buf out = {0};
    if (document_text(document, &out, &error) == QUANZE_OK) check_lines(buf_str(&out));
    buf_clear(&out);
    (void)document_html(document, QUANZE_FORMAT_HTML, &out, &error);
    buf_clear(&out);
    (void)document_docx(document, &out, &error);
    buf_free(&out);
}

/* Every section stands twice, and every name is the words. */
static void fill(const struct template *template, struct str words, struct buf *out) {
    struct str texts[MAX_NAMES];
    struct template_rows sections[MAX_NAMES];
    struct template_row rows[] = {{texts, sections}, {texts, sections}};
    for (size_t i = 0; i < MAX_NAMES; i++) {
        texts[i] = words;
        sections[i] = (struct template_rows){rows, 2};
    }
    template_fill(template, &rows[0], out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    enum { MOST_FILLED = 1 << 16 }; /* sections in sections multiply the words */
    const char *bytes = (const char *)data, *nul = size > 0 ? memchr(bytes, '\0', size) : NULL;
    const size_t length = nul ? (size_t)(nul - bytes) : size;
    const struct str source = {size > 0 ? bytes : "", length};
    const struct str words = nul ? (struct str){nul + 1, size - length - 1} : STR("字");
    const struct template_names names = letter_names();
    struct arena arena = {0};
    struct document document = {.kind = (enum document_kind)(size % 3), .arena = &arena};
    struct quanze_error error;
    struct template *template = NULL;
    struct buf text = {0};
    const bool is_text = utf8_invalid_at(source) < 0 && utf8_invalid_at(words) < 0 && size < 4096 && names.count <= MAX_NAMES;
    if (is_text && letter_check(source, "f", &error) == QUANZE_OK &&
        template_read(source, "f", &names, &arena, &template, &error) == QUANZE_OK)
        fill(template, words, &text);
    document.mark = document.number = document.title = words;
    for (int role = 0; text.length > 0 && text.length < MOST_FILLED && role < DOCUMENT_MARK; role++)
        if (role != DOCUMENT_TABLE) document_add(&document, (enum document_role)role, buf_str(&text));
    if (document.count > 0) set(&document);
    buf_free(&text);
    arena_free(&arena);
    return 0;
}
