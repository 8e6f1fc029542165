/* sheet.c - which reader a file needs. */
#include <base/file.h>
#include <read/filetype.h>
#include <read/sheet/sheet_build.h>
#include <stdio.h>

static void read_tables(enum filetype type, struct str bytes, struct sheet_builder *builder) {
    switch (type) {
    case FILETYPE_XLSX: sheet_read_xlsx(bytes, builder); return;
    case FILETYPE_DOCX: sheet_read_docx(bytes, builder); return;
    case FILETYPE_HTML: sheet_read_html(bytes, builder); return;
    case FILETYPE_TEXT: sheet_read_csv(bytes, builder); return;
    }
}

/* Tables without a name are told apart by their number, where there are several. */
static bool number_tables(struct sheets *sheets, struct arena *arena) {
    for (size_t i = 0; sheets->count > 1 && i < sheets->count; i++) {
        char name[32];
        if (sheets->at[i].name.length > 0) continue;
        int length = snprintf(name, sizeof name, "表 %zu", i + 1);
        sheets->at[i].name = arena_copy(arena, (struct str){name, (size_t)length});
        if (!sheets->at[i].name.at) return false;
    }
    return true;
}

quanze_status sheet_read(const struct file_source *from, struct arena *arena, struct sheets *out, struct quanze_error *error) {
    const char *path = from->path;
    struct str bytes;
    enum filetype type;
    quanze_status status = file_read_source(from, QUANZE_MAX_FILE_BYTES, arena, &bytes, error);
    if (status == QUANZE_OK) status = filetype_find(bytes, path, &type, error);
    if (status != QUANZE_OK) return status;
    struct sheets sheets = {0, NULL};
    struct sheet_builder builder = {.file = path, .arena = arena, .sheets = &sheets, .error = error};
    read_tables(type, bytes, &builder);
    if (builder.status != QUANZE_OK) return builder.status;
    if (sheets.count == 0)
        return error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0}, "文件里没有表格", "there is no table in the file");
    if (!number_tables(&sheets, arena)) return error_memory(error);
    *out = sheets;
    return QUANZE_OK;
}
