#include <http/problems.h>

#include <http/wire/json.h>

static void put_member(struct buf *out, const char *name, const char *text) {
    buf_printf(out, ",\"%s\":", name);
    json_put_text(out, str_of(text));
}

static void keep(void *payload, const struct quanze_problem *problem) {
    struct problems_kept *kept = payload;
    struct buf *json = &kept->json;
    if (problem->is_warning || kept->errors++ >= PROBLEMS_KEPT) return;
    if (json->length > 0) buf_put_char(json, ',');
    buf_printf(json, "{\"line\":%u,\"column\":%u", problem->line, problem->column);
    put_member(json, "code", problem->code);
    if (kept->of_files && problem->file && *problem->file) put_member(json, "file", problem->file);
    put_member(json, "detail_zh", problem->zh);
    put_member(json, "detail_en", problem->en);
    buf_put_char(json, '}');
    const char *words = kept->language == QUANZE_ZH ? problem->zh : problem->en;
    if (!kept->of_form && problem->line > 0) buf_printf(&kept->lines, "%u:%u: ", problem->line, problem->column);
    buf_printf(&kept->lines, "%s\n", words);
}

struct quanze_reporter problems_reporter(struct problems_kept *problems) {
    return (struct quanze_reporter){keep, problems};
}

void problems_free(struct problems_kept *problems) {
    buf_free(&problems->json);
    buf_free(&problems->lines);
}
