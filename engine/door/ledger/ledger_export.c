/* ledger_export.c - what the ledger holds, for strangers and other programs: all of it, or rows of one kind. */
#include <door/ledger/ledger.h>
#include <door/request.h>

/* `kind` LEDGER_RECORD_KINDS: the tasks. */
struct part {
    struct str name;
    enum ledger_record_kind kind;
};

/* In byte order of their names, as JSON wants them; lines begin with the tasks. */
static const struct part PARTS[] = {
    {STR_INIT("answers"), LEDGER_RECORD_ANSWER},
    {STR_INIT("complaints"), LEDGER_RECORD_COMPLAINT},
    {STR_INIT("corrections"), LEDGER_RECORD_CORRECTION},
    {STR_INIT("decisions"), LEDGER_RECORD_DECISION},
    {STR_INIT("findings"), LEDGER_RECORD_FINDING},
    {STR_INIT("moves"), LEDGER_RECORD_MOVE},
    {STR_INIT("seals"), LEDGER_RECORD_SEAL},
    {STR_INIT("steps"), LEDGER_RECORD_STEP},
    {STR_INIT("tasks"), LEDGER_RECORD_KINDS},
    {STR_INIT("waivers"), LEDGER_RECORD_WAIVER},
};

enum { PART_COUNT = sizeof PARTS / sizeof *PARTS, PART_TASKS = 8, PART_BEHIND_FORMAT = 5 };

#define EXPORT_FORMATS (FORMAT_BIT(QUANZE_FORMAT_JSONL) | FORMAT_BIT(QUANZE_FORMAT_JSON) | FORMAT_BIT(QUANZE_FORMAT_CSV))

static quanze_status write_task(void *payload, const struct ledger_export *row, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_export(&sheet->out, &sheet->page, row);
    return ledger_sheet_send(sheet, false, error);
}

static quanze_status write_record(void *payload, const struct ledger_record *record, struct quanze_error *error) {
    struct ledger_sheet *sheet = payload;
    say_record(&sheet->out, &sheet->page, record);
    return ledger_sheet_send(sheet, false, error);
}

static quanze_status write_part(struct ledger *ledger, size_t part, bool is_first, struct ledger_sheet *sheet,
                                struct quanze_error *error) {
    say_export_part(&sheet->out, &sheet->page, PARTS[part].name, is_first);
    quanze_status status = part == PART_TASKS ? ledger_list_export(ledger, write_task, sheet, error)
                                              : ledger_list_records(ledger, PARTS[part].kind, write_record, sheet, error);
    if (status == QUANZE_OK) say_export_part_end(&sheet->out, &sheet->page);
    return status;
}

/* Where `part` is PART_COUNT, all of them. */
static quanze_status write_parts(struct ledger *ledger, size_t part, struct ledger_sheet *sheet, struct quanze_error *error) {
    const bool all = part == PART_COUNT, lines = sheet->page.format == QUANZE_FORMAT_JSONL;
    quanze_status status = QUANZE_OK;
    bool first = true;
    if (all && lines) status = write_part(ledger, PART_TASKS, true, sheet, error);
    for (size_t i = 0; i < PART_COUNT && status == QUANZE_OK; i++) {
        if (i == PART_BEHIND_FORMAT) {
            say_export_format(&sheet->out, &sheet->page, first);
            first = false;
        }
        if (all ? lines && i == PART_TASKS : i != part) continue;
        status = write_part(ledger, i, first, sheet, error);
        first = false;
    }
    return status;
}

static bool find_part(struct str name, quanze_format format, size_t *out) {
    *out = format == QUANZE_FORMAT_CSV ? PART_TASKS : PART_COUNT;
    if (name.length == 0) return true;
    for (*out = 0; *out < PART_COUNT; (*out)++)
        if (str_equal(PARTS[*out].name, name)) return true;
    return str_equal(name, STR("all")) && format != QUANZE_FORMAT_CSV;
}

static quanze_status no_part(const char *name, struct quanze_error *error) {
    if (strcmp(name, "all") == 0)
        return error_set(error, QUANZE_USAGE, "一张 CSV 表只放一种记录，请写明哪一种，例如 moves；全部导出用 --format jsonl",
                         "a CSV table holds one kind of rows: name it, such as moves; --format jsonl exports all");
    return error_set(
        error, QUANZE_USAGE,
        "不能导出“%s”，应为 all 或 tasks、decisions、findings、moves、waivers、complaints、answers、corrections、steps、"
        "seals 之一",
        "cannot export \"%s\"; expected all, or one of tasks, decisions, findings, moves, waivers, complaints, "
        "answers, corrections, steps, seals",
        name);
}

quanze_status quanze_ledger_export(struct quanze_ledger *ledger, const struct quanze_page_request *request,
                                   struct quanze_error *error) {
    size_t part;
    quanze_status status = request_format(request->format, EXPORT_FORMATS, error);
    if (status == QUANZE_OK && !find_part(str_of(request->name), request->format, &part))
        status = no_part(request->name, error);
    if (status == QUANZE_OK) status = ledger_snapshot(ledger->ledger, error);
    if (status != QUANZE_OK) return status;
    struct ledger_sheet sheet = ledger_sheet_make(request);
    say_export_begin(&sheet.out, &sheet.page);
    status = write_parts(ledger->ledger, part, &sheet, error);
    ledger_roll_back(ledger->ledger);
    if (status == QUANZE_OK) say_export_end(&sheet.out, &sheet.page);
    if (status == QUANZE_OK) status = ledger_sheet_send(&sheet, true, error);
    buf_free(&sheet.out);
    return status;
}
