/* import.c - files to sheets, sheets to items, items to a list: in this order, since a later sheet may hold the departments. */
#include <read/import/import_inside.h>
#include <read/list/list_parts.h>
#include <stdio.h>

enum { HEAD_ID, HEAD_TITLE, HEAD_COUNTY, HEAD_PUBLISHED, HEAD_FROM, HEAD_TO };

static quanze_status read_files(const struct import_request *request, struct arena *arena, struct sheets *sheets,
                                struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < request->path_count && status == QUANZE_OK; i++)
        status = sheet_read(&(struct file_source){.path = request->paths[i]}, arena, &sheets[i], error);
    return status;
}

/* What this engine's own tables say comes first, then the heads, then the items: those of any file may name departments of any
 * other. A sheet that has been taken is left empty. */
static void take_sheets(struct import *import, struct sheets *sheets, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < sheets[i].count; k++)
            if (import_section(import, &sheets[i].at[k])) sheets[i].at[k].count = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < sheets[i].count; k++) import_guess_head(import, &sheets[i].at[k]);
    for (size_t i = 0; i < count && !import->out_of_memory; i++)
        for (size_t k = 0; k < sheets[i].count; k++)
            if (sheets[i].at[k].count > 0) import_rows(import, &sheets[i].at[k]);
}

static void note(struct import_report *report, const char *zh, const char *en) {
    if (report->note_count < sizeof report->notes / sizeof *report->notes)
        report->notes[report->note_count++] = (struct import_note){str_of(zh), str_of(en)};
}

static struct str day_text(struct import *import, int32_t day) {
    char text[17];
    struct str copy = arena_copy(import->arena, (struct str){text, day_format(day, text)});
    if (!copy.at) import->out_of_memory = true;
    return copy;
}

/* The file's name without folder and ending. */
static struct str base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    struct str name = str_of(slash ? slash + 1 : path);
    const char *dot = strrchr(name.at, '.');
    return dot && dot > name.at ? (struct str){name.at, (size_t)(dot - name.at)} : name;
}

static void settle_id(struct import *import) {
    char id[32];
    int32_t day = import->request->valid_from != DAY_NONE ? import->request->valid_from : import->request->today;
    int length = snprintf(id, sizeof id, "imported-%d", day == DAY_NONE ? 0 : day_to_civil(day).year);
    import->head[HEAD_ID] = arena_copy(import->arena, (struct str){id, (size_t)length});
    if (!import->head[HEAD_ID].at) import->out_of_memory = true;
    note(import->report, "清单编号是暂拟的，请用 --id 指定", "the list's id is made up; name one with --id");
}

/* What was given counts, then what the tables say, then a guess that is told. */
static void settle_head(struct import *import) {
    const struct import_request *request = import->request;
    struct import_report *report = import->report;
    if (request->id) import->head[HEAD_ID] = str_of(request->id);
    if (request->title) import->head[HEAD_TITLE] = str_of(request->title);
    if (request->county) import->head[HEAD_COUNTY] = str_of(request->county);
    if (request->valid_from != DAY_NONE) import->head[HEAD_FROM] = day_text(import, request->valid_from);
    if (import->head[HEAD_ID].length == 0) settle_id(import);
    if (import->head[HEAD_TITLE].length == 0) {
        import->head[HEAD_TITLE] = base_name(request->paths[0]);
        note(report, "清单名称取自文件名，可用 --title 指定", "the list's title is the file's name; name another with --title");
    }
    if (import->head[HEAD_COUNTY].length == 0) {
        import->head[HEAD_COUNTY] = STR("未写明");
        note(report, "表中没有写明县（市、区），请用 --county 指定",
             "the tables do not name the county; name it with --county");
    }
    if (import->head[HEAD_FROM].length == 0 && request->today != DAY_NONE) {
        import->head[HEAD_FROM] = day_text(import, request->today);
        note(report, "表中没有写生效日期，暂用今天，请用 --valid-from 指定",
             "the tables do not say from when the list holds: today was taken; name the day with --valid-from");
    }
}

static quanze_status no_items(const struct import_request *request, struct quanze_error *error) {
    return error_at(error, QUANZE_BAD_DATA, (struct place){request->paths[0], 0, 0},
                    "没有找到清单事项：表头里应有“事项名称”，下面是各个事项",
                    "no item of a duty list was found: a table needs a column 事项名称 with the items below it");
}

static quanze_status build(struct import *import, struct list *out, struct problems *problems, struct quanze_error *error) {
    struct parts parts = {.count = 0};
    if (!import->first) return no_items(import->request, error);
    settle_head(import);
    if (import->out_of_memory || !import_build(import, &parts)) return error_memory(error);
    if (!import->first) return no_items(import->request, error);
    quanze_status status = list_from_parts(&parts, import->request->paths[0], out, problems, error);
    parts_free(&parts);
    return status;
}

quanze_status import_list(const struct import_request *request, struct arena *arena, struct list *out,
                          struct import_report *report, struct problems *problems, struct quanze_error *error) {
    struct sheets *sheets = arena_take_array(arena, request->path_count, sizeof *sheets);
    struct import *import = arena_take_array(arena, 1, sizeof *import);
    if (!sheets || !import) return error_memory(error);
    import->request = request;
    import->arena = arena;
    import->report = report;
    quanze_status status = read_files(request, arena, sheets, error);
    if (status == QUANZE_OK) {
        take_sheets(import, sheets, request->path_count);
        status = import->out_of_memory ? error_memory(error) : build(import, out, problems, error);
    }
    arena_free(&import->scratch);
    return status;
}
