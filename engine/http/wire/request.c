#include <http/wire/request.h>

#include <strings.h>

/* No empty, "." or ".." parts, no backslash, no control characters: what a path trick is made of. */
static bool path_is_plain(struct str path) {
    size_t part = 0; /* where the part began */
    if (path.length == 0 || path.at[0] != '/') return false;
    for (size_t i = 1; i <= path.length; i++) {
        const char c = i < path.length ? path.at[i] : '/';
        if ((unsigned char)c < 0x20 || c == 0x7F || c == '\\') return false;
        if (c != '/') continue;
        const struct str name = {path.at + part + 1, i - part - 1};
        if (name.length == 0 && i < path.length) return false;
        if (str_equal(name, STR(".")) || str_equal(name, STR(".."))) return false;
        part = i;
    }
    return true;
}

quanze_status request_read_target(struct request *request, struct str target, struct quanze_error *error) {
    const char *mark = target.length ? memchr(target.at, '?', target.length) : NULL;
    struct str path = {target.at, mark ? (size_t)(mark - target.at) : target.length};
    request->query = mark ? (struct str){mark + 1, target.length - path.length - 1} : STR("");
    if (!fields_decode(path, false, &request->arena, &request->path) || !path_is_plain(request->path))
        return error_set(error, QUANZE_BAD_DATA, "地址不正确", "the address is not a proper one");
    return fields_read_query(request->query, &request->arena, &request->fields, error);
}

enum method request_method(const char *name) {
    if (strcmp(name, "GET") == 0) return METHOD_GET;
    if (strcmp(name, "HEAD") == 0) return METHOD_HEAD;
    return strcmp(name, "POST") == 0 ? METHOD_POST : METHOD_OTHER;
}

bool request_is_type(const struct request *request, const char *type) {
    const struct str sent = request->headers.content_type;
    const size_t length = strlen(type);
    if (sent.length < length || strncasecmp(sent.at, type, length) != 0) return false;
    return sent.length == length || sent.at[length] == ';' || sent.at[length] == ' ';
}

quanze_status request_read_form(struct request *request, struct quanze_error *error) {
    const struct str body = buf_str(&request->body);
    if (request_is_type(request, "application/x-www-form-urlencoded"))
        return fields_read_query(body, &request->arena, &request->form, error);
    if (request_is_type(request, "multipart/form-data"))
        return fields_read_parts(body, request->headers.content_type, &request->arena, &request->form, error);
    return error_set(error, QUANZE_BAD_DATA, "这里要用网页表单提交", "this address expects a form");
}

void request_free(struct request *request) {
    buf_free(&request->body);
    arena_free(&request->arena);
}
