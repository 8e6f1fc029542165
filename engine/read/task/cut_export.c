/* cut_export.c - the tasks within the one object that `ledger export --format json` writes. */
#include <read/task/cut.h>

static const struct str FORMAT = STR_INIT("\"quanze/ledger-export/1\"");

static bool is_at(const struct json_rest *rest, char c) { return !cut_json_ends(rest) && cut_json_char(rest) == c; }

/* Takes the byte and the white space behind it, if it stands there. */
static bool take(struct json_rest *rest, char c) {
    if (!is_at(rest, c)) return false;
    cut_json_step(rest);
    cut_json_space(rest);
    return true;
}

/* The text in quotes that stands here, quotes included. */
static struct str take_text(struct json_rest *rest) {
    const size_t from = rest->at;
    cut_json_text(rest);
    const struct str text = {rest->text.at + from, rest->at - from};
    cut_json_space(rest);
    return text;
}

/* Steps over an array; how many elements it has is added. False when it is broken. */
static bool count_elements(struct json_rest *rest, uint64_t *count) {
    if (!take(rest, '[')) return false;
    while (!is_at(rest, ']')) {
        if (!cut_json_element(rest)) return false;
        (*count)++;
        if (!take(rest, ',') && !is_at(rest, ']')) return false;
    }
    return take(rest, ']');
}

/* One key with its value; `tasks` is where their array begins. False when it is none of an export. */
static bool take_part(struct json_rest *rest, struct json_rest *tasks, bool *has_format) {
    uint64_t ignored = 0;
    if (!is_at(rest, '"')) return false;
    const struct str key = take_text(rest);
    if (!take(rest, ':')) return false;
    if (str_equal(key, STR("\"format\""))) {
        *has_format = is_at(rest, '"') && str_equal(take_text(rest), FORMAT);
        return *has_format;
    }
    const bool is_tasks = str_equal(key, STR("\"tasks\""));
    if (is_tasks) *tasks = *rest;
    return count_elements(rest, is_tasks ? &ignored : &rest->others);
}

bool cut_export_find(struct json_rest *rest) {
    struct json_rest walk = *rest, tasks = {.at = rest->text.length};
    bool has_format = false, more = take(&walk, '{');
    while (more && take_part(&walk, &tasks, &has_format)) more = take(&walk, ',');
    if (more || !is_at(&walk, '}') || !has_format) return false;
    rest->at = tasks.at;
    rest->line = tasks.line;
    rest->column = tasks.column;
    rest->others = walk.others;
    rest->is_export = true;
    if (!is_at(rest, '[')) rest->is_ended = true; /* rows of other kinds alone */
    if (!rest->is_ended) cut_json_step(rest);
    return true;
}
