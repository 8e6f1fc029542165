/* ledger_seal.c - seals: made, listed, and as the sheet of paper that two offices keep. */
#include <door/ledger/ledger.h>
#include <door/request.h>
#include <say/ledger/seal.h>

quanze_status quanze_seal_key(char out[65], struct quanze_error *error) {
    struct sign_seed seed;
    quanze_status status = sign_new_seed(&seed, error);
    if (status == QUANZE_OK) sign_seed_text(&seed, out);
    return status;
}
/* A month's seal is asked for on paper, or a list of seals for the eye or a program. */
#define SEAL_FORMATS                                                                                                           \
    (FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_HTML) |                        \
     FORMAT_BIT(QUANZE_FORMAT_HTML_PART) | FORMAT_BIT(QUANZE_FORMAT_DOCX))

static bool is_paper(quanze_format format) {
    return format == QUANZE_FORMAT_HTML || format == QUANZE_FORMAT_HTML_PART || format == QUANZE_FORMAT_DOCX;
}

static quanze_status write_paper(struct buf *out, const struct ledger_seal_line *line, struct str county, quanze_format format,
                                 struct quanze_error *error) {
    struct arena arena = {0};
    struct document document = {.arena = &arena};
    quanze_status status = say_seal_paper(line, county, &document) ? QUANZE_OK : error_memory(error);
    if (status == QUANZE_OK)
        status =
            format == QUANZE_FORMAT_DOCX ? document_docx(&document, out, error) : document_html(&document, format, out, error);
    arena_free(&arena);
    return status;
}

static quanze_status write_seal(struct buf *out, const struct ledger_seal_line *line, struct str county,
                                const struct ledger_page *page, struct quanze_error *error) {
    if (is_paper(page->format)) return write_paper(out, line, county, page->format, error);
    say_seal(out, page, line, county);
    return QUANZE_OK;
}

/* Within a transaction that it begins; where that failed, `*begun` is false. */
static quanze_status add_seal(struct ledger *ledger, const struct quanze_seal_request *request, const struct sign_seed *seed,
                              struct ledger_seal_line *out, bool *begun, struct quanze_error *error) {
    *out = (struct ledger_seal_line){.holds = true};
    quanze_status status = ledger_now(request->now, &out->at, error);
    if (status == QUANZE_OK) status = ledger_person(request->by, "by", &out->office, &out->person, error);
    if (status == QUANZE_OK) status = ledger_begin(ledger, error);
    *begun = status == QUANZE_OK;
    if (status != QUANZE_OK) return status;
    return ledger_add_seal(ledger, str_of(request->month), seed, out->office, out->person, out->at, &out->seal, error);
}

/* The sheet says so as well; who writes it to a file should know at once. */
static void warn_early(const struct ledger_seal_line *line, const struct quanze_reporter *reporter) {
    struct buf zh = {0}, en = {0};
    if (!reporter->problem || !ledger_seal_is_early(line)) return;
    say_seal_early(&zh, QUANZE_ZH, line);
    say_seal_early(&en, QUANZE_EN, line);
    buf_put_char(&zh, '\0');
    buf_put_char(&en, '\0');
    const struct quanze_problem problem = {.is_warning = true, .code = "month-not-over", .zh = zh.at, .en = en.at, .file = ""};
    if (!zh.failed && !en.failed) reporter->problem(reporter->payload, &problem);
    buf_free(&zh);
    buf_free(&en);
}

quanze_status quanze_ledger_seal(struct quanze_ledger *ledger, const struct quanze_seal_request *request,
                                 struct quanze_error *error) {
    struct sign_seed seed;
    struct ledger_seal_line line;
    bool begun;
    struct buf page = {0};
    const struct ledger_page how = {.language = request->language, .format = request->format};
    quanze_status status = request_format(request->format, SEAL_FORMATS, error);
    if (status != QUANZE_OK) return status;
    if (!sign_seed_parse(str_of(request->key), &seed))
        return error_set(error, QUANZE_BAD_DATA, "密钥应为 64 位十六进制数字", "the key should be 64 hex digits");
    status = add_seal(ledger->ledger, request, &seed, &line, &begun, error);
    if (status == QUANZE_OK) status = write_seal(&page, &line, str_of(request->county), &how, error);
    if (begun) status = ledger_finish(ledger->ledger, status, &page, request->sink, error);
    if (status == QUANZE_OK) warn_early(&line, &request->reporter);
    buf_free(&page);
    return status;
}

/* The seal of a month on its way to the reader. */
struct month_sheet {
    const struct quanze_page_request *request;
    struct buf page;
    bool found;
};

static quanze_status write_found(void *payload, const struct ledger_seal_line *line, struct quanze_error *error) {
    struct month_sheet *sheet = payload;
    const struct ledger_page how = {.language = sheet->request->language, .format = sheet->request->format};
    sheet->found = true;
    return write_seal(&sheet->page, line, str_of(sheet->request->county), &how, error);
}

static quanze_status write_month(struct ledger *ledger, const struct quanze_page_request *request, struct quanze_error *error) {
    const struct ledger_seal_filter last = {.month = str_of(request->name), .newest = true, .most = 1};
    struct month_sheet sheet = {.request = request};
    quanze_status status = ledger_list_seals(ledger, &last, write_found, &sheet, error);
    if (status == QUANZE_OK && !sheet.found)
        status = error_set(
            error, QUANZE_NO_INPUT, "“%s”没有封签；用 quanze ledger seals 查看有哪些，用 quanze ledger seal 封签",
            "there is no seal of \"%s\"; quanze ledger seals lists them, quanze ledger seal makes one", request->name);
    if (status == QUANZE_OK) status = request_send(request->sink, &sheet.page, error);
    buf_free(&sheet.page);
    return status;
}

static quanze_status write_line(void *payload, const struct ledger_seal_line *line, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_seal_line(&sheet->out, &sheet->page, line);
    return ledger_sheet_send(sheet, false, error);
}

quanze_status quanze_ledger_seals(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                  struct quanze_error *error) {
    const bool one = request->name && *request->name;
    quanze_status status =
        request_format(request->format, one ? SEAL_FORMATS : SEAL_FORMATS & ~FORMAT_BIT(QUANZE_FORMAT_DOCX), error);
    if (status != QUANZE_OK) return status;
    if (one) return write_month(ledger->ledger, request, error);
    struct ledger_sheet sheet = ledger_sheet_make(request);
    const struct ledger_seal_filter filter = {
        .newest = request->newest, .after = sheet.page.skip, .most = ledger_rows_asked(request->most)};
    sheet.page.seen = sheet.page.skip; /* those are not handed over */
    say_seals_begin(&sheet.out, &sheet.page);
    status = ledger_list_seals(ledger->ledger, &filter, write_line, &sheet, error);
    return ledger_sheet_finish(&sheet, status, say_rows_end, error);
}
