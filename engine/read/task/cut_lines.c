/* cut_lines.c - records of formats that are cut at line ends: JSON Lines, YAML documents, CSV rows. */
#include <read/task/cut.h>

#include <read/csv.h>

/* A record under way. */
struct gathering {
    struct lines *lines;
    struct buf *bytes;
    size_t start;   /* offset in `bytes` */
    unsigned line;  /* where it starts, 0 = nothing yet */
    bool is_broken; /* a line of it went to the problems */
    bool is_too_long;
};

static struct gathering begin(struct lines *lines, struct buf *bytes) {
    return (struct gathering){.lines = lines, .bytes = bytes, .start = bytes->length};
}

static void drop(struct gathering *gathering) {
    gathering->bytes->length = gathering->start;
    gathering->line = 0;
}

/* Appends a line with its end; nothing more once the record is too long. */
static void gather(struct gathering *gathering, struct str line) {
    if (gathering->line == 0) gathering->line = gathering->lines->number;
    if (gathering->bytes->length - gathering->start + line.length > QUANZE_MAX_RECORD_BYTES) gathering->is_too_long = true;
    if (gathering->is_too_long) return;
    buf_put(gathering->bytes, line);
    buf_put_char(gathering->bytes, '\n');
}

/* A line that cannot be read breaks its record; anything worse is passed on. */
static quanze_status next_line(struct gathering *gathering, struct str *line, bool *done, struct problems *problems,
                               struct quanze_error *error) {
    quanze_status status = lines_next(gathering->lines, QUANZE_MAX_RECORD_BYTES, line, done, problems, error);
    if (status != QUANZE_BAD_DATA) return status;
    gathering->is_broken = true;
    *line = STR("?");
    return QUANZE_OK;
}

static quanze_status end(struct gathering *gathering, struct record *out, struct problems *problems,
                         struct quanze_error *error) {
    if (gathering->bytes->failed) return error_memory(error);
    if (gathering->is_too_long)
        problem_error(problems, "record-too-long", (struct place){gathering->lines->path, gathering->line, 1},
                      "这一条任务太长，最多 %d 字节", "this task is too long; at most %d bytes are allowed",
                      QUANZE_MAX_RECORD_BYTES);
    if (gathering->is_too_long || gathering->is_broken) {
        drop(gathering);
        return QUANZE_BAD_DATA;
    }
    *out = (struct record){
        .offset = gathering->start, .length = gathering->bytes->length - gathering->start, .line = gathering->line};
    return QUANZE_OK;
}

quanze_status cut_jsonl(struct lines *lines, struct buf *bytes, struct record *out, bool *done, struct problems *problems,
                        struct quanze_error *error) {
    struct gathering gathering = begin(lines, bytes);
    struct str line = {"", 0};
    do {
        quanze_status status = next_line(&gathering, &line, done, problems, error);
        if (status != QUANZE_OK || *done) return status;
    } while (str_trim(line).length == 0);
    gather(&gathering, line);
    return end(&gathering, out, problems, error);
}

/* "---" or "..." at the start of a line, alone or with a blank behind it. */
static bool is_marker(struct str line, const char *marker) {
    return line.length >= 3 && memcmp(line.at, marker, 3) == 0 && (line.length == 3 || line.at[3] == ' ' || line.at[3] == '\t');
}

static bool has_content(struct str line) {
    struct str text = str_trim(line);
    return text.length > 0 && text.at[0] != '#' && text.at[0] != '%';
}

/* Adds a line to a document; true when the document has ended before it. What stands before "---" says nothing. */
static bool take_yaml_line(struct gathering *gathering, struct str line, bool *content) {
    bool starts = is_marker(line, "---"), ends = is_marker(line, "...");
    if (*content && starts) lines_put_back(gathering->lines);
    if (*content && (starts || ends)) return true;
    if (starts || ends) drop(gathering);
    if (ends) return false;
    gather(gathering, line);
    *content = *content || has_content(starts ? (struct str){line.at + 3, line.length - 3} : line);
    return false;
}

quanze_status cut_yaml(struct lines *lines, struct buf *bytes, struct record *out, bool *done, struct problems *problems,
                       struct quanze_error *error) {
    struct gathering gathering = begin(lines, bytes);
    bool content = false, at_end = false;
    for (bool ended = false; !ended && !at_end;) {
        struct str line;
        quanze_status status = next_line(&gathering, &line, &at_end, problems, error);
        if (status != QUANZE_OK) return status;
        if (!at_end) ended = take_yaml_line(&gathering, line, &content);
    }
    *done = !content;
    if (content) return end(&gathering, out, problems, error);
    drop(&gathering);
    return QUANZE_OK;
}

static quanze_status report_open_quote(struct gathering *gathering, struct problems *problems) {
    problem_error(problems, "open-quote", (struct place){gathering->lines->path, gathering->line, 1},
                  "从这一行开始的引号没有写完", "the quote that is opened in this row is never closed");
    drop(gathering);
    return QUANZE_BAD_DATA;
}

quanze_status cut_csv(struct lines *lines, struct buf *bytes, struct record *out, bool *done, struct problems *problems,
                      struct quanze_error *error) {
    struct gathering gathering = begin(lines, bytes);
    enum csv_state state = CSV_CELL_START;
    do {
        struct str line;
        bool at_end = false;
        quanze_status status = next_line(&gathering, &line, &at_end, problems, error);
        if (status != QUANZE_OK) return status;
        if (at_end && gathering.line) return report_open_quote(&gathering, problems);
        *done = at_end;
        if (at_end) return QUANZE_OK;
        if (gathering.line == 0 && csv_is_blank(line)) continue;
        gather(&gathering, line);
        state = csv_scan_line(line, gathering.line == lines->number ? CSV_CELL_START : state);
    } while (gathering.line == 0 || (state == CSV_QUOTED && !gathering.is_too_long));
    return end(&gathering, out, problems, error);
}
