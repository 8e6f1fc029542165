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

quanze_status request_send(struct quanze_sink sink, const struct buf *page, struct quanze_error *error) {
    if (page->failed) return error_memory(error);
    if (page->length == 0 || sink.write(sink.payload, page->at, page->length)) return QUANZE_OK;
    return error_set(error, QUANZE_IO, "输出没有写完", "the output could not be written in full");
}
