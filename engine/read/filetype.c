/* filetype.c - first bytes and, for packages, the parts. Source: [MS-CFB] 2.2, [MS-OFFCRYPTO] 2.3 (stream names). */
#include <base/package.h>
#include <read/filetype.h>

/* Files that cannot be read, each with the way out of it. */
static const struct {
    struct str magic;
    const char *zh, *en;
} STRANGERS[] = {
    {STR_INIT("%PDF-"), "这是 PDF 文件，不能直接读取；请用 WPS 或 Word 打开后另存为 .docx",
     "this is a PDF, which cannot be read; open it in WPS or Word and save it as .docx"},
    {STR_INIT("{\\rtf"), "这是 RTF 文件，不能直接读取；请用 Word 或 WPS 打开后另存为 .docx",
     "this is an RTF file, which cannot be read; open it in Word or WPS and save it as .docx"},
    {STR_INIT("\x89PNG"), "这是图片，读不出文字；请取得原来的电子文件，或先做文字识别",
     "this is a picture, which has no text to read; get the original file, or recognise its text first"},
    {STR_INIT("\xFF\xD8\xFF"), "这是图片，读不出文字；请取得原来的电子文件，或先做文字识别",
     "this is a picture, which has no text to read; get the original file, or recognise its text first"},
    {STR_INIT("Rar!"), "这是压缩包；请先解压，再读其中的文件", "this is an archive; unpack it and read the file in it"},
    {STR_INIT("7z\xBC\xAF\x27\x1C"), "这是压缩包；请先解压，再读其中的文件",
     "this is an archive; unpack it and read the file in it"},
};

#define OLE_MAGIC STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")

static const struct {
    const char *zh, *en;
} ENCRYPTED = {"文件加了密码，不能读取；请用 Word、Excel 或 WPS 打开，去掉密码后另存再试",
               "the file is protected by a password; open it in Word, Excel or WPS, remove the password and save it again"},
  OLD_WORD =
      {"这是旧版 Word 或 WPS 文件（.doc、.wps），不能直接读取；请用 Word 或 WPS 打开后另存为 .docx",
       "this is an old Word or WPS file (.doc, .wps), which cannot be read; open it in Word or WPS and save it as .docx"},
  OLD_EXCEL = {"这是旧版 Excel 或 WPS 表格（.xls、.et），不能直接读取；请用 Excel 或 WPS 打开后另存为 .xlsx",
               "this is an old Excel or WPS table (.xls, .et), which cannot be read; open it in Excel or WPS and save it as "
               ".xlsx"},
  OLD_OTHER = {"这是旧版办公软件的文件，不能直接读取；请打开后另存为 .docx 或 .xlsx",
               "this is a file of an old office program, which cannot be read; open it and save it as .docx or .xlsx"},
  OFD = {"这是 OFD 版式文件，不能直接读取；请用 OFD 阅读器或 WPS 打开，另存或导出为 .docx，或把文字复制成 .txt",
         "this is an OFD file, which cannot be read; open it in an OFD reader or WPS and export it as .docx, or copy its text "
         "into a "
         ".txt file"},
  OPEN_DOCUMENT = {"这是 OpenDocument 文件（.odt、.ods），不能直接读取；请打开后另存为 .docx 或 .xlsx",
                   "this is an OpenDocument file (.odt, .ods), which cannot be read; open it and save it as .docx or .xlsx"},
  EMPTY = {"文件是空的", "the file is empty"},
  OTHER_PACKAGE = {
      "这个压缩包里既没有 Word 文档也没有 Excel 工作簿；要读其中的文件，请先解压",
      "this archive holds neither a Word document nor an Excel workbook; to read the files in it, unpack it first"};

/* One of the two sentences in each language. */
#define REFUSE(sentence)                                                                                                       \
    error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0}, "%s%.0s", "%.0s%s", (sentence).zh, (sentence).en)

static bool holds(struct str bytes, struct str wanted) { return str_find(bytes, wanted) >= 0; }

/* Names of streams stand in UTF-16 in the folder of a compound file. */
static quanze_status refuse_compound(struct str bytes, const char *path, struct quanze_error *error) {
    if (holds(bytes, STR("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"))) return REFUSE(ENCRYPTED);
    if (holds(bytes, STR("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"))) return REFUSE(OLD_WORD);
    if (holds(bytes, STR("W\0o\0r\0k\0b\0o\0o\0k\0")) || holds(bytes, STR("B\0o\0o\0k\0\0"))) return REFUSE(OLD_EXCEL);
    return REFUSE(OLD_OTHER);
}

static quanze_status find_package(struct str bytes, const char *path, enum filetype *out, struct quanze_error *error) {
    struct package *package = NULL;
    quanze_status status = package_open(bytes, path, &package, error);
    if (status != QUANZE_OK) return status;
    if (package_has(package, "word/document.xml"))
        *out = FILETYPE_DOCX;
    else if (package_has(package, "xl/workbook.xml"))
        *out = FILETYPE_XLSX;
    else if (package_has(package, "[Content_Types].xml"))
        status = error_at(error, QUANZE_BAD_DATA, (struct place){path, 0, 0},
                          "文件里没有正文（word/document.xml）或工作簿（xl/workbook.xml），不是完整的 .docx 或 .xlsx",
                          "there is no document (word/document.xml) and no workbook (xl/workbook.xml) in the file; it is not a "
                          "complete .docx or .xlsx");
    else if (package_has(package, "OFD.xml"))
        status = REFUSE(OFD);
    else if (package_has(package, "content.xml"))
        status = REFUSE(OPEN_DOCUMENT);
    else
        status = REFUSE(OTHER_PACKAGE);
    package_close(package);
    return status;
}

static bool starts_like(struct str text, const char *tag) {
    struct str wanted = str_of(tag);
    if (text.length < wanted.length) return false;
    for (size_t i = 0; i < wanted.length; i++)
        if ((text.at[i] >= 'A' && text.at[i] <= 'Z' ? text.at[i] - 'A' + 'a' : text.at[i]) != wanted.at[i]) return false;
    return true;
}

/* HTML often comes without its head, and behind a byte order mark, comments or an XML declaration. */
static bool is_html(struct str bytes) {
    static const char *const TAGS[] = {"<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<style", "<div", "<p>"};
    static const struct str mark = STR_INIT("\xEF\xBB\xBF");
    struct str text = bytes;
    if (str_starts_with(text, mark)) text = (struct str){text.at + mark.length, text.length - mark.length};
    text = str_trim(text);
    while (str_starts_with(text, STR("<!--")) || str_starts_with(text, STR("<?xml"))) {
        ptrdiff_t end = str_find(text, STR(">"));
        if (end < 0) return false;
        text = str_trim((struct str){text.at + end + 1, text.length - (size_t)end - 1});
    }
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        if (starts_like(text, TAGS[i])) return true;
    return false;
}

quanze_status filetype_find(struct str bytes, const char *path, enum filetype *out, struct quanze_error *error) {
    if (str_trim(bytes).length == 0) return REFUSE(EMPTY);
    if (str_starts_with(bytes, OLE_MAGIC)) return refuse_compound(bytes, path, error);
    for (size_t i = 0; i < sizeof STRANGERS / sizeof *STRANGERS; i++)
        if (str_starts_with(bytes, STRANGERS[i].magic)) return REFUSE(STRANGERS[i]);
    if (str_starts_with(bytes, STR("PK\x03\x04")) || str_starts_with(bytes, STR("PK\x05\x06")))
        return find_package(bytes, path, out, error);
    *out = is_html(bytes) ? FILETYPE_HTML : FILETYPE_TEXT;
    return QUANZE_OK;
}
