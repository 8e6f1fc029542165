#include <door/screen/notice.h>

#include <base/file.h>
#include <door/request.h>
#include <read/notice/notice_file.h>
#include <say/notice/notice.h>
#include <stdio.h>

quanze_status door_read_notice(const struct notice_reader *reader, const struct quanze *engine, struct str bytes,
                               const char *path, struct arena *arena, struct task *task, struct notice *out,
                               struct quanze_error *error) {
    const struct notice_world world = {engine ? engine_list(engine) : NULL, engine ? engine_calendar(engine) : NULL};
    struct str text;
    struct paper_style style;
    quanze_status status = notice_file_text(bytes, path, arena, &text, &style, error);
    if (status != QUANZE_OK) return status;
    status = notice_read(reader, text, style, &world, arena, task, out, error);
    if (status == QUANZE_BAD_DATA) (void)snprintf(error->file, sizeof error->file, "%s", path);
    return status;
}

static void write_page(const struct quanze_read_request *request, const struct task *task, const struct notice *notice,
                       struct buf *out) {
    switch (request->format) {
    case QUANZE_FORMAT_TEXT:
        say_notice_text(out, task, notice, (struct say_style){request->language, request->colour, false});
        break;
    case QUANZE_FORMAT_JSON:
    case QUANZE_FORMAT_JSONL: say_notice_json(out, task, notice, request->language); break;
    case QUANZE_FORMAT_CSV:
    case QUANZE_FORMAT_HTML:
    case QUANZE_FORMAT_HTML_PART:
    case QUANZE_FORMAT_DOCX:
    case QUANZE_FORMAT_XLSX: break; /* refused before the notice was read */
    case QUANZE_FORMAT_YAML: say_notice_yaml(out, task, notice, request->language); break;
    }
}

static quanze_status read_page(const struct quanze *engine, const struct notice_reader *reader, struct arena *arena,
                               const struct quanze_read_request *request, struct quanze_error *error) {
    struct str bytes;
    struct notice notice;
    struct task *task = arena_take_array(arena, 1, sizeof *task);
    if (!task) return error_memory(error);
    const struct quanze_input *input = request->input;
    const struct file_source from = {.path = input ? input->name : request->path,
                                     .bytes = {input ? input->bytes : NULL, input ? input->length : 0}};
    quanze_status status = file_read_source(&from, QUANZE_MAX_FILE_BYTES, arena, &bytes, error);
    if (status == QUANZE_OK) status = door_read_notice(reader, engine, bytes, from.path, arena, task, &notice, error);
    if (status != QUANZE_OK) return status;
    struct buf page = {0};
    write_page(request, task, &notice, &page);
    status = request_send(request->sink, &page, error);
    buf_free(&page);
    return status;
}

quanze_status quanze_read(const struct quanze *engine, const struct quanze_read_request *request, struct quanze_error *error) {
    if (!request->path && (!request->input || !request->input->bytes))
        return error_set(error, QUANZE_USAGE, "没有给出来文", "no notice was given");
    struct notice_reader *reader = NULL;
    struct arena arena = {0};
    quanze_status status = request_format(request->format,
                                          FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) |
                                              FORMAT_BIT(QUANZE_FORMAT_JSONL) | FORMAT_BIT(QUANZE_FORMAT_YAML),
                                          error);
    if (status == QUANZE_OK) status = notice_reader_open(&reader, error);
    if (status == QUANZE_OK) status = read_page(engine, reader, &arena, request, error);
    notice_reader_close(reader);
    arena_free(&arena);
    return status;
}
