/* cut_json.c - the tasks of a JSON file: the one object that it is, or the elements of the array that it is. */
#include <read/task/cut.h>

/* A text that breaks off ends behind its last word, not on the line after it. */
static void drop_end(struct buf *text) {
    while (text->length > 0 && memchr(" \t\r\n", text->at[text->length - 1], 4)) text->length--;
}

/* Holds the whole file; lines that cannot be read are told and leave a gap that the parser will tell, too. */
static quanze_status load(struct lines *lines, struct json_rest *rest, struct problems *problems, struct quanze_error *error) {
    bool bad = false;
    for (bool done = false; !done;) {
        struct str line;
        quanze_status status = lines_next(lines, QUANZE_MAX_FILE_BYTES, &line, &done, problems, error);
        if (status != QUANZE_OK && status != QUANZE_BAD_DATA) return status;
        bad = bad || status == QUANZE_BAD_DATA;
        if (status == QUANZE_BAD_DATA || done) continue;
        buf_put(&rest->text, line);
        buf_put_char(&rest->text, '\n');
        if (rest->text.length <= QUANZE_MAX_FILE_BYTES) continue;
        problem_error(problems, "file-too-large", (struct place){lines->path, lines->number, 1}, "文件超过 %d 字节",
                      "the file is over %d bytes", QUANZE_MAX_FILE_BYTES);
        bad = done = true;
    }
    drop_end(&rest->text);
    rest->is_loaded = true;
    rest->line = rest->column = 1;
    rest->is_ended = bad;
    if (rest->text.failed) return error_memory(error);
    return bad ? QUANZE_BAD_DATA : QUANZE_OK;
}

static quanze_status fail(struct json_rest *rest, const char *path, const char *zh, const char *en, struct problems *problems) {
    struct place place = {path, rest->line, rest->column};
    problem_error(problems, "json-syntax", place, "不是正确的 JSON：%s%.0s", "not well-formed JSON: %.0s%s", zh, en);
    rest->is_ended = true;
    return QUANZE_BAD_DATA;
}

/* At the comma behind an element, or at the end of the array, with nothing behind it. */
static quanze_status pass_comma(struct json_rest *rest, const char *path, struct problems *problems) {
    if (cut_json_ends(rest)) return fail(rest, path, "数组没有写完就结束了", "it ends in the middle of the array", problems);
    bool closes = cut_json_char(rest) == ']';
    cut_json_step(rest);
    cut_json_space(rest);
    rest->is_ended = closes;
    if (closes && !rest->is_export && !cut_json_ends(rest))
        return fail(rest, path, "数组的后面还有多余内容", "something stands behind the array", problems);
    if (!closes && cut_json_char(rest) == ']')
        return fail(rest, path, "逗号后面没有内容", "nothing behind the comma", problems);
    return QUANZE_OK;
}

/* Moves to where the next record starts, or ends the file. */
static quanze_status find_start(struct json_rest *rest, const char *path, struct problems *problems) {
    cut_json_space(rest);
    if (rest->is_started && rest->is_array) return pass_comma(rest, path, problems);
    if (rest->is_started || cut_json_ends(rest)) {
        rest->is_ended = true;
        return QUANZE_OK;
    }
    rest->is_started = true;
    rest->is_array = cut_json_char(rest) == '[' || cut_export_find(rest);
    if (!rest->is_array) return QUANZE_OK;
    if (!rest->is_export) cut_json_step(rest);
    cut_json_space(rest);
    return cut_json_char(rest) == ']' ? pass_comma(rest, path, problems) : QUANZE_OK;
}

/* Moves behind the record that starts here. */
static void find_end(struct json_rest *rest) {
    if (!rest->is_array)
        rest->at = rest->text.length;
    else if (!cut_json_element(rest))
        rest->is_ended = true;
}

quanze_status cut_json(struct lines *lines, struct json_rest *rest, struct buf *bytes, struct record *out, bool *done,
                       struct problems *problems, struct quanze_error *error) {
    quanze_status status = rest->is_loaded ? QUANZE_OK : load(lines, rest, problems, error);
    if (status == QUANZE_OK && !rest->is_ended) status = find_start(rest, lines->path, problems);
    *done = status == QUANZE_OK && rest->is_ended;
    if (status != QUANZE_OK || *done) return status;
    size_t from = rest->at;
    uint32_t column = rest->column;
    struct place place = {lines->path, rest->line, column};
    find_end(rest);
    if (rest->at - from > QUANZE_MAX_RECORD_BYTES) {
        problem_error(problems, "record-too-long", place, "这一条任务太长，最多 %d 字节",
                      "this task is too long; at most %d bytes are allowed", QUANZE_MAX_RECORD_BYTES);
        return QUANZE_BAD_DATA;
    }
    *out = (struct record){.offset = bytes->length, .length = CUT_COLUMN_BYTES + rest->at - from, .line = place.line};
    buf_put(bytes, (struct str){(const char *)&column, sizeof column});
    buf_put(bytes, (struct str){rest->text.at + from, rest->at - from});
    return bytes->failed ? error_memory(error) : QUANZE_OK;
}
