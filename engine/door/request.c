#include <door/request.h>

#include <base/day.h>

quanze_status request_day(const char *text, const char *name, int32_t *out, struct quanze_error *error) {
    if (!text) {
        *out = DAY_NONE;
        return QUANZE_OK;
    }
    if (day_parse(str_of(text), out)) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "%s “%s” 不是日期，应写作 2026-11-22",
                     "%s \"%s\" is no date; expected one such as 2026-11-22", name, text);
}

quanze_status request_format(quanze_format format, unsigned allowed, struct quanze_error *error) {
    static const char *const NAMES[] = {"text", "json", "jsonl", "yaml", "csv", "html", "html-part", "docx", "xlsx"};
    const size_t count = sizeof NAMES / sizeof *NAMES;
    if ((size_t)format < count && (allowed & FORMAT_BIT(format))) return QUANZE_OK;
    struct buf expected = {0};
    for (size_t i = 0; i < count; i++)
        if (allowed & FORMAT_BIT(i)) buf_printf(&expected, "%s%s", expected.length > 0 ? ", " : "", NAMES[i]);
    buf_put_char(&expected, '\0');
    const char *const name = (size_t)format < count ? NAMES[format] : "?", *const list = expected.failed ? "" : expected.at;
    error_set(error, QUANZE_USAGE, "这里不能写成 “%s”，可以是：%s", "\"%s\" cannot be written here; expected one of: %s", name,
              list);
    buf_free(&expected);
    return QUANZE_USAGE;
}

quanze_status request_goes_on(const struct quanze_patience *patience, struct quanze_error *error) {
    if (!patience->is_over || !patience->is_over(patience->payload)) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "用时超过限度，没有做完；请分几次做，或减少规则、例子、月份",
                     "it takes longer than is allowed and was left off; do it in parts: fewer rules, examples or months");
}

quanze_status request_send(struct quanze_sink sink, const struct buf *page, struct quanze_error *error) {
    if (page->failed) return error_memory(error);
    if (page->length == 0 || sink.write(sink.payload, page->at, page->length)) return QUANZE_OK;
    return error_set(error, QUANZE_IO, "输出没有写完", "the output could not be written in full");
}

quanze_status request_no_tasks(struct quanze_error *error) {
    return error_set(error, QUANZE_NO_INPUT, "台账里还没有注明日期的任务", "the ledger has no task with a date yet");
}
