#include <http/route.h>

/* Takes the next part of a path off `rest`, which begins with a slash. */
static struct str next_part(struct str *rest) {
    size_t length = 1;
    while (length < rest->length && rest->at[length] != '/') length++;
    const struct str part = {rest->at + 1, length - 1};
    *rest = (struct str){rest->at + length, rest->length - length};
    return part;
}

static bool fits(const char *pattern, struct str path, struct str ids[2]) {
    struct str wanted = str_of(pattern);
    size_t count = 0;
    while (wanted.length > 0 && path.length > 0) {
        const struct str want = next_part(&wanted), part = next_part(&path);
        if (want.length > 0 && want.at[0] == '{') {
            if (part.length == 0 || count == 2) return false;
            ids[count++] = part;
        } else if (!str_equal(want, part))
            return false;
    }
    return wanted.length == 0 && path.length == 0;
}

const struct route *route_find(enum method method, struct str path, struct str ids[2], bool *other_method) {
    size_t count;
    const struct route *routes = route_table(&count);
    const enum method wanted = method == METHOD_HEAD ? METHOD_GET : method;
    *other_method = false;
    for (size_t i = 0; i < count; i++) {
        if (!fits(routes[i].path, path, ids)) continue;
        if (routes[i].method == wanted) return &routes[i];
        *other_method = true;
    }
    return NULL;
}

const char *route_methods(struct str path) {
    struct str ids[2];
    bool other;
    const bool reads = route_find(METHOD_GET, path, ids, &other), writes = route_find(METHOD_POST, path, ids, &other);
    return reads && writes ? "GET, HEAD, POST" : reads ? "GET, HEAD" : "POST";
}
