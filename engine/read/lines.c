/* lines.c - lines as every task format wants them. */
#include <read/lines.h>

#include <base/utf8.h>

static quanze_status report(const struct lines *lines, unsigned column, const char *code, const char *zh, const char *en,
                            struct problems *problems) {
    problem_error(problems, code, (struct place){lines->path, lines->number, column}, "%s%.0s", "%.0s%s", zh, en);
    return QUANZE_BAD_DATA;
}

static quanze_status report_encoding(const struct lines *lines, struct str before, struct problems *problems) {
    return report(lines, (unsigned)utf8_length(before) + 1, "bad-encoding", "此处不是 GB18030 文字，而前面的内容是",
                  "not GB18030 text here, as the lines before are", problems);
}

quanze_status lines_next(struct lines *lines, size_t max_bytes, struct str *out, bool *done, struct problems *problems,
                         struct quanze_error *error) {
    *done = false;
    if (lines->is_put_back) {
        lines->is_put_back = false;
        lines->number++;
        *out = lines->last;
        return QUANZE_OK;
    }
    struct str line;
    quanze_status status = line_reader_next(lines->reader, max_bytes, &line, done, error);
    if (*done && status == QUANZE_OK) return QUANZE_OK;
    lines->number++;
    if (status == QUANZE_BAD_DATA) return report(lines, 1, "line-too-long", error->zh, error->en, problems);
    if (status != QUANZE_OK) return status;
    if (lines->number == 1 && str_starts_with(line, STR("\xEF\xBB\xBF"))) line = (struct str){line.at + 3, line.length - 3};
    ptrdiff_t bad_at;
    status = encoding_line(&lines->encoding, line, &lines->last, &bad_at, error);
    if (status != QUANZE_OK) return status;
    *out = lines->last;
    return bad_at < 0 ? QUANZE_OK : report_encoding(lines, lines->last, problems);
}

void lines_put_back(struct lines *lines) {
    lines->is_put_back = true;
    lines->number--;
}

void lines_free(struct lines *lines) {
    line_reader_close(lines->reader);
    encoding_free(&lines->encoding);
}
