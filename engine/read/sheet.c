/* sheet.c - which reader a file needs. */
#include <base/file.h>
#include <read/filetype.h>
#include <read/sheet_build.h>

static void read_tables(enum filetype type, struct str bytes, struct sheet_builder *builder) {
    switch (type) {
    case FILETYPE_XLSX: sheet_read_xlsx(bytes, builder); return;
    case FILETYPE_DOCX: sheet_read_docx(bytes, builder); return;
    case FILETYPE_HTML: sheet_read_html(bytes, builder); return;
    case FILETYPE_TEXT: sheet_read_csv(bytes, builder); return;
    }
}

quanze_status sheet_read(const char *path, struct arena *arena, struct sheets *out, struct quanze_error *error) {
    struct str bytes;
    enum filetype type;
    quanze_status status = file_read(path, QUANZE_MAX_FILE_BYTES, arena, &bytes, error);
    if (status == QUANZE_OK) status = filetype_find(bytes, path, &type, error);
    if (status != QUANZE_OK) return status;
    struct sheets sheets = {0, NULL};
    struct sheet_builder builder = {.file = path, .arena = arena, .sheets = &sheets, .error = error};
    read_tables(type, bytes, &builder);
    if (builder.status != QUANZE_OK) return builder.status;
    if (sheets.count == 0)
        return error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0}, "文件里没有表格", "there is no table in the file");
    *out = sheets;
    return QUANZE_OK;
}
