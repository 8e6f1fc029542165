/* fuzz_request.c - an HTTP request by its bytes: the target, the route, cookies, forms of both kinds, flat JSON. The first line
 * is the target, the second the content type, the third the cookies, the rest the body. */
#include <http/route.h>
#include <http/wire/json.h>
#include <http/wire/request.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct str take_line(struct str *rest) {
    const char *end = rest->length ? memchr(rest->at, '\n', rest->length) : NULL;
    const struct str line = {rest->at, end ? (size_t)(end - rest->at) : rest->length};
    const size_t taken = line.length + (end != NULL);
    *rest = (struct str){rest->at + taken, rest->length - taken};
    return line;
}

/* Every byte of every field is there to be read. */
static size_t touch(const struct fields *fields) {
    size_t sum = 0;
    for (size_t i = 0; i < fields->count; i++) {
        for (size_t k = 0; k < fields->at[i].name.length; k++) sum += (unsigned char)fields->at[i].name.at[k];
        for (size_t k = 0; k < fields->at[i].value.length; k++) sum += (unsigned char)fields->at[i].value.at[k];
    }
    return sum;
}

/* What was let through holds no way out of the table of routes. */
static void check_path(const struct request *request) {
    struct str ids[2] = {{"", 0}, {"", 0}};
    bool other_method = false;
    if (str_find(request->path, STR("/../")) >= 0 || str_find(request->path, STR("\\")) >= 0) abort();
    if (memchr(request->path.at, '\0', request->path.length)) abort();
    for (int method = METHOD_GET; method <= METHOD_OTHER; method++) {
        const struct route *route = route_find((enum method)method, request->path, ids, &other_method);
        if (route && str_find(ids[0], STR("/")) >= 0) abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct request request = {.path = STR(""), .query = STR("")};
    struct fields object = {0};
    struct quanze_error error;
    struct str rest = {(const char *)data, size};
    size_t sum = 0;
    const struct str target = take_line(&rest);
    request.headers.content_type = take_line(&rest);
    const struct str cookies = take_line(&rest);
    buf_put(&request.body, rest);
    if (request_read_target(&request, target, &error) == QUANZE_OK) {
        check_path(&request);
        sum += touch(&request.fields);
    }
    if (fields_read_cookies(cookies, &request.arena, &request.cookies)) sum += touch(&request.cookies);
    if (request_read_form(&request, &error) == QUANZE_OK) sum += touch(&request.form);
    if (json_read_object(rest, &request.arena, &object, &error) == QUANZE_OK) sum += touch(&object);
    request_free(&request);
    return sum == SIZE_MAX;
}
