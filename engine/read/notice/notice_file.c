#include <read/notice/notice_file.h>

#include <base/buf.h>
#include <base/package.h>
#include <base/utf8.h>
#include <read/encoding.h>
#include <read/filetype.h>
#include <read/markup.h>

/* Text as it is taken out of markup, paragraph by paragraph. */
struct extract {
    struct buf text;
    size_t in_text;  /* open w:t; in HTML always counted as open */
    size_t in_spare; /* open elements whose text nobody sees */
    size_t in_cell;
    bool too_long;
};

static bool ends_in(struct str text, struct str ending) {
    if (text.length < ending.length) return false;
    for (size_t i = 0; i < ending.length; i++) {
        const char c = text.at[text.length - ending.length + i];
        if ((c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) != ending.at[i]) return false;
    }
    return true;
}

bool notice_file_is(const char *path) {
    static const char *const ENDINGS[] = {".docx", ".txt", ".md", ".html", ".htm", ".doc", ".wps"};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (ends_in(str_of(path), str_of(ENDINGS[i]))) return true;
    return false;
}

static quanze_status refuse_length(const char *path, struct quanze_error *error) {
    return error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0}, "文字太长，一份通知最多 %d MiB；请确认文件没有弄错",
                    "the text is too long; a notice has at most %d MiB. Is it the right file?",
                    QUANZE_MAX_NOTICE_BYTES / (1024 * 1024));
}

static bool is_one_of(struct str name, const char *const *names) {
    for (; *names; names++)
        if (str_equal(name, str_of(*names))) return true;
    return false;
}

static bool may_go_on(struct extract *extract) {
    extract->too_long = extract->text.length > QUANZE_MAX_NOTICE_BYTES;
    return !extract->too_long && !extract->text.failed;
}

/* Ends the line, unless nothing stands in it. */
static void end_line(struct extract *extract) {
    if (extract->text.length > 0 && extract->text.at[extract->text.length - 1] != '\n') buf_put_char(&extract->text, '\n');
}

static bool open_word(void *payload, const struct markup_element *element) {
    struct extract *extract = payload;
    if (str_equal(element->name, STR("Fallback"))) extract->in_spare++;
    if (extract->in_spare > 0) return true;
    if (str_equal(element->name, STR("t"))) extract->in_text++;
    if (str_equal(element->name, STR("tc"))) extract->in_cell++;
    if (str_equal(element->name, STR("br")) || str_equal(element->name, STR("cr"))) buf_put_char(&extract->text, '\n');
    if (str_equal(element->name, STR("tab"))) buf_put_char(&extract->text, ' ');
    return true;
}

static bool close_word(void *payload, struct str name) {
    struct extract *extract = payload;
    if (str_equal(name, STR("Fallback")) && extract->in_spare > 0) {
        extract->in_spare--;
        return true;
    }
    if (extract->in_spare > 0) return true;
    if (str_equal(name, STR("t")) && extract->in_text > 0) extract->in_text--;
    if (str_equal(name, STR("tc")) && extract->in_cell > 0) {
        extract->in_cell--;
        buf_put_char(&extract->text, '\t');
    }
    if (str_equal(name, STR("tr"))) end_line(extract);
    if (str_equal(name, STR("p")) && extract->in_cell == 0) buf_put_char(&extract->text, '\n');
    return may_go_on(extract);
}

static bool take_word(void *payload, struct str text, unsigned line) {
    struct extract *extract = payload;
    (void)line;
    if (extract->in_text > 0 && extract->in_spare == 0) buf_put(&extract->text, text);
    return may_go_on(extract);
}

static const char *const UNSEEN[] = {"script", "style", "head", "noscript", "template", NULL};
static const char *const BLOCKS[] = {"p",  "div", "li", "h1", "h2",      "h3",      "h4",     "h5",     "h6",
                                     "tr", "ul",  "ol", "dl", "section", "article", "header", "footer", NULL};

static bool open_html(void *payload, const struct markup_element *element) {
    struct extract *extract = payload;
    if (is_one_of(element->name, UNSEEN)) extract->in_spare++;
    if (is_one_of(element->name, BLOCKS)) end_line(extract);
    if (str_equal(element->name, STR("br"))) buf_put_char(&extract->text, '\n');
    return may_go_on(extract);
}

static bool close_html(void *payload, struct str name) {
    struct extract *extract = payload;
    if (is_one_of(name, UNSEEN) && extract->in_spare > 0) extract->in_spare--;
    if (str_equal(name, STR("td")) || str_equal(name, STR("th"))) buf_put_char(&extract->text, '\t');
    if (is_one_of(name, BLOCKS)) end_line(extract);
    return may_go_on(extract);
}

/* In HTML the end of a line in a text is a blank like others. */
static bool take_html(void *payload, struct str text, unsigned line) {
    struct extract *extract = payload;
    (void)line;
    for (size_t i = 0; i < text.length && extract->in_spare == 0; i++) {
        const char c = text.at[i];
        buf_put_char(&extract->text, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
    }
    return may_go_on(extract);
}

static quanze_status take_extract(struct extract *extract, const char *path, struct arena *arena, struct str *out,
                                  struct quanze_error *error) {
    if (extract->too_long) return refuse_length(path, error);
    *out = extract->text.failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&extract->text));
    return out->at ? QUANZE_OK : error_memory(error);
}

static quanze_status read_word(struct str bytes, const char *path, struct arena *arena, struct str *out,
                               struct quanze_error *error) {
    struct package *package = NULL;
    struct extract extract = {.in_text = 0};
    struct str document;
    const struct markup_handler handler = {open_word, take_word, close_word, &extract};
    quanze_status status = package_open(bytes, path, &package, error);
    if (status == QUANZE_OK) status = package_part(package, "word/document.xml", arena, &document, error);
    if (status == QUANZE_OK) status = markup_walk_xml(document, path, &handler, error);
    if (status == QUANZE_OK) status = take_extract(&extract, path, arena, out, error);
    package_close(package);
    buf_free(&extract.text);
    return status;
}

static quanze_status read_html(struct str bytes, const char *path, struct arena *arena, struct str *out,
                               struct quanze_error *error) {
    struct extract extract = {.in_text = 1};
    struct str text;
    const struct markup_handler handler = {open_html, take_html, close_html, &extract};
    quanze_status status = encoding_text(bytes, path, arena, &text, error);
    if (status == QUANZE_OK) status = markup_walk_html(text, path, &handler, error);
    if (status == QUANZE_OK) status = take_extract(&extract, path, arena, out, error);
    buf_free(&extract.text);
    return status;
}

static quanze_status read_plain(struct str bytes, const char *path, struct arena *arena, struct str *out,
                                struct quanze_error *error) {
    if (bytes.length > QUANZE_MAX_NOTICE_BYTES) return refuse_length(path, error);
    return encoding_text(bytes, path, arena, out, error);
}

static quanze_status check_text(struct str text, const char *path, struct quanze_error *error) {
    if (text.length > QUANZE_MAX_NOTICE_BYTES) return refuse_length(path, error);
    if (utf8_invalid_at(text) < 0) return QUANZE_OK;
    return error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0}, "这不是文字文件；通知应为 .docx、.txt、.md 或 .html",
                    "this is no text; a notice is a .docx, .txt, .md or .html file");
}

/* A task that came under the name of a notice would be read as one that says nothing. */
static quanze_status refuse_task(struct str text, const char *path, struct quanze_error *error) {
    static const struct str BEGINNINGS[] = {STR_INIT("format:"), STR_INIT("id:"), STR_INIT("{"), STR_INIT("[{")};
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++)
        if (str_starts_with(str_trim(text), BEGINNINGS[i]))
            return error_at(error, QUANZE_BAD_DATA, (struct place){path, 1, 1},
                            "这像是任务文件，不是通知；任务请按 YAML、JSON 交：文件名以 .yaml、.json 结尾，或写明 Content-Type",
                            "this looks like a task file, not a notice; hand a task in as YAML or JSON: in a file called .yaml "
                            "or .json, or with that Content-Type");
    return QUANZE_OK;
}

quanze_status notice_file_text(struct str bytes, const char *path, struct arena *arena, struct str *out,
                               struct paper_style *style, struct quanze_error *error) {
    enum filetype type;
    struct str text = {NULL, 0};
    quanze_status status = filetype_find(bytes, path, &type, error);
    if (status != QUANZE_OK) return status;
    switch (type) {
    case FILETYPE_DOCX: status = read_word(bytes, path, arena, &text, error); break;
    case FILETYPE_HTML: status = read_html(bytes, path, arena, &text, error); break;
    case FILETYPE_TEXT: status = read_plain(bytes, path, arena, &text, error); break;
    case FILETYPE_XLSX:
        return error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0},
                        "这是 Excel 工作簿，不是通知；清单表格请用 quanze list import 读取",
                        "this is an Excel workbook, not a notice; tables of duty lists are read by quanze list import");
    }
    if (status == QUANZE_OK) status = check_text(text, path, error);
    if (status == QUANZE_OK && type == FILETYPE_TEXT) status = refuse_task(text, path, error);
    if (status != QUANZE_OK) return status;
    *out = text;
    *style = (struct paper_style){.wrapped = type == FILETYPE_TEXT,
                                  .marked = type == FILETYPE_TEXT && ends_in(str_of(path), STR(".md"))};
    return QUANZE_OK;
}
