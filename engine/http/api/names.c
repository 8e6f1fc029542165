#include <http/api/names.h>

#include <http/route.h>

#define MOST_NAMES 16

static const struct {
    enum method method;
    const char *path, *query, *members;
} ROWS[] = {
    {METHOD_POST, "/v1/screen", "as_of fix known_at match opinion record", ""},
    {METHOD_POST, "/v1/similar", "as_of", ""},
    {METHOD_POST, "/v1/refuse", "as_of contact date known_at number signer variant", ""},
    {METHOD_GET, "/v1/list", "as_of", ""},
    {METHOD_GET, "/v1/list/diff", "from to tasks", ""},
    {METHOD_POST, "/v1/list/diff", "from to tasks", ""},
    {METHOD_GET, "/v1/list/lint", "as_of strict", ""},
    {METHOD_POST, "/v1/list/lint", "as_of strict", ""},
    {METHOD_POST, "/v1/list/import", "county id title valid_from", ""},
    {METHOD_GET, "/v1/list/{item}", "as_of", ""},
    {METHOD_GET, "/v1/search", "text q as_of", ""},
    {METHOD_GET, "/v1/rules", "as_of", ""},
    {METHOD_GET, "/v1/rules/lint", "strict", ""},
    {METHOD_GET, "/v1/rules/test", "strict", ""},
    {METHOD_GET, "/v1/rules/coverage", "strict", ""},
    {METHOD_GET, "/v1/rules/replay", "as_of from known_at max_flips to", ""},
    {METHOD_POST, "/v1/rules/replay", "as_of from known_at max_flips to", ""},
    {METHOD_GET, "/v1/rules/{rule}", "as_of", ""},
    {METHOD_GET, "/v1/ledger/log", "task after limit", ""},
    {METHOD_GET, "/v1/ledger/export", "kind", ""},
    {METHOD_GET, "/v1/ledger/verify", "head", ""},
    {METHOD_GET, "/v1/ledger/seals", "county month after limit", ""},
    {METHOD_POST, "/v1/ledger/seals", "", "month"},
    {METHOD_GET, "/v1/waivers", "after limit", ""},
    {METHOD_POST, "/v1/waivers", "", "department reason rule township valid_from valid_to"},
    {METHOD_GET, "/v1/tasks", "sort item state all before limit", ""},
    {METHOD_POST, "/v1/tasks", "keep_going", ""},
    {METHOD_POST, "/v1/tasks/{task}/move", "", "approval_token basis ground letter state until why"},
    {METHOD_POST, "/v1/tasks/{task}/letter", "", "as_of contact date number signer variant"},
    {METHOD_GET, "/v1/due", "on after limit", ""},
    {METHOD_GET, "/v1/complaints", "after limit", ""},
    {METHOD_POST, "/v1/complaints", "", "department ground words"},
    {METHOD_POST, "/v1/complaints/{number}/answer", "", "words"},
    {METHOD_GET, "/v1/corrections", "on after limit", ""},
    {METHOD_POST, "/v1/corrections", "", "department ground rule task until words"},
    {METHOD_POST, "/v1/corrections/{number}/done", "", "words"},
    {METHOD_POST, "/v1/corrections/{number}/relapsed", "", "until words"},
    {METHOD_GET, "/v1/users", "after limit", ""},
    {METHOD_POST, "/v1/users", "", "name office program role"},
    {METHOD_GET, "/v1/audit/{month}", "to table compare township department issuer known_at number signer date until", ""},
};

enum { QUERY, MEMBERS };

/* The names that a route takes, parted by blanks. */
static struct str names_of(const struct call *call, int which) {
    const enum method method = call->route->method;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (ROWS[i].method == method && strcmp(ROWS[i].path, call->route->path) == 0)
            return str_of(which == QUERY ? ROWS[i].query : ROWS[i].members);
    return STR("");
}

static size_t split(struct str text, struct str out[MOST_NAMES]) {
    size_t count = 0;
    while (text.length > 0 && count < MOST_NAMES) {
        const ptrdiff_t blank = str_find(text, STR(" "));
        const size_t length = blank < 0 ? text.length : (size_t)blank, taken = blank < 0 ? length : length + 1;
        out[count++] = (struct str){text.at, length};
        text = (struct str){text.at + taken, text.length - taken};
    }
    return count;
}

static quanze_status refuse(struct str wrong, const struct str *names, size_t count, struct quanze_error *error) {
    const ptrdiff_t near = str_nearest(wrong, names, count);
    const int length = (int)(wrong.length < 100 ? wrong.length : 100);
    if (near < 0) return error_set(error, QUANZE_USAGE, "不认识“%.*s”", "\"%.*s\" is not known here", length, wrong.at);
    return error_set(error, QUANZE_USAGE, "不认识“%.*s”，是不是 %.*s？", "\"%.*s\" is not known here; did you mean %.*s?",
                     length, wrong.at, (int)names[near].length, names[near].at);
}

/* Which of the two is meant is not for us to say. */
static quanze_status check_once(const struct fields *fields, size_t index, struct quanze_error *error) {
    const struct str name = fields->at[index].name;
    for (size_t i = 0; i < index; i++)
        if (str_equal(fields->at[i].name, name))
            return error_set(error, QUANZE_USAGE, "“%.*s”写了两次", "\"%.*s\" is given twice", (int)name.length, name.at);
    return QUANZE_OK;
}

static quanze_status check(const struct call *call, const struct fields *fields, int which, struct quanze_error *error) {
    struct str names[MOST_NAMES + 1];
    if (fields->count == 0) return QUANZE_OK;
    size_t count = split(names_of(call, which), names);
    if (which == QUERY) names[count++] = STR("lang");
    for (size_t i = 0; i < fields->count; i++) {
        size_t at = 0;
        while (at < count && !str_equal(fields->at[i].name, names[at])) at++;
        if (at == count) return refuse(fields->at[i].name, names, count, error);
        const quanze_status status = check_once(fields, i, error);
        if (status != QUANZE_OK) return status;
    }
    return QUANZE_OK;
}

quanze_status names_check_query(const struct call *call, struct quanze_error *error) {
    return check(call, &call->request->fields, QUERY, error);
}

quanze_status names_check_members(const struct call *call, const struct fields *fields, struct quanze_error *error) {
    return check(call, fields, MEMBERS, error);
}
