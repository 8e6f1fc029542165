#include <base/utf8.h>
#include <check.h>
#include <say/golden.h>
#include <stdio.h>
#include <stdlib.h>

static void read_whole(const char *path, struct buf *out) {
    FILE *file = fopen(path, "rb");
    char block[4096];
    if (!file) fail_msg("cannot read %s", path);
    for (size_t length; (length = fread(block, 1, sizeof block, file)) > 0;) buf_put(out, (struct str){block, length});
    fclose(file);
}

static void write_whole(const char *path, struct str page) {
    FILE *file = fopen(path, "wb");
    if (!file) fail_msg("cannot write %s", path);
    assert_int_equal(fwrite(page.at, 1, page.length, file), page.length);
    fclose(file);
}

void check_file(const char *path, struct str page) {
    struct buf full = {0}, expected = {0};
    buf_printf(&full, "%s/%s", SOURCE_DIR, path);
    buf_put_char(&full, '\0');
    if (getenv("QUANZE_UPDATE_GOLDEN")) write_whole(full.at, page);
    read_whole(full.at, &expected);
    if (!str_equal(buf_str(&expected), page)) fail_msg("%s differs from:\n%.*s", path, (int)page.length, page.at);
    buf_free(&full);
    buf_free(&expected);
}

void check_golden(const char *name, struct str page) {
    struct buf path = {0};
    buf_printf(&path, "tests/say/golden/%s", name);
    buf_put_char(&path, '\0');
    check_file(path.at, page);
    buf_free(&path);
}

/* A walk over JSON that fails the test where it is not well formed or not sorted. */
struct walk {
    struct str json;
    size_t at;
};

static char peek(struct walk *walk) {
    while (walk->at < walk->json.length && (walk->json.at[walk->at] == ' ' || walk->json.at[walk->at] == '\n')) walk->at++;
    return walk->at < walk->json.length ? walk->json.at[walk->at] : '\0';
}

static void expect(struct walk *walk, char c) {
    if (peek(walk) != c) fail_msg("expected '%c' at byte %zu", c, walk->at);
    walk->at++;
}

static struct str walk_string(struct walk *walk) {
    expect(walk, '"');
    const size_t start = walk->at;
    while (walk->at < walk->json.length && walk->json.at[walk->at] != '"') {
        if ((unsigned char)walk->json.at[walk->at] < 0x20)
            fail_msg("a control character stands in a string at byte %zu", walk->at);
        walk->at += walk->json.at[walk->at] == '\\' ? 2 : 1;
    }
    expect(walk, '"');
    return (struct str){walk->json.at + start, walk->at - 1 - start};
}

static void walk_value(struct walk *walk);

static void walk_object(struct walk *walk) {
    struct str before = {"", 0};
    expect(walk, '{');
    while (peek(walk) != '}') {
        if (before.length > 0) expect(walk, ',');
        const struct str key = walk_string(walk);
        if (str_compare(before, key) >= 0) fail_msg("key \"%.*s\" is not in order", (int)key.length, key.at);
        before = key;
        expect(walk, ':');
        walk_value(walk);
    }
    expect(walk, '}');
}

static void walk_array(struct walk *walk) {
    bool first = true;
    expect(walk, '[');
    while (peek(walk) != ']') {
        if (!first) expect(walk, ',');
        first = false;
        walk_value(walk);
    }
    expect(walk, ']');
}

static void walk_value(struct walk *walk) {
    const char c = peek(walk);
    const size_t start = walk->at;
    if (c == '{')
        walk_object(walk);
    else if (c == '[')
        walk_array(walk);
    else if (c == '"')
        (void)walk_string(walk);
    else
        while (walk->at < walk->json.length && strchr("-+.0123456789abcdefghijklmnopqrstuvwxyzE", walk->json.at[walk->at]))
            walk->at++;
    if (walk->at == start) fail_msg("no value at byte %zu", start);
}

void check_sorted_json(struct str json) {
    struct walk walk = {json, 0};
    walk_value(&walk);
    assert_int_equal(peek(&walk), '\0');
    assert_int_equal(utf8_invalid_at(json), -1);
}

static void check_line(struct str line) {
    static const struct str CLOSING[] = {{"，", 3}, {"。", 3}, {"、", 3}, {"；", 3}, {"：", 3}, {"）", 3}, {"》", 3}, {"”", 3}};
    const struct str trimmed = str_trim(line);
    if (utf8_width(line) > 80) fail_msg("wider than 80 columns: %.*s", (int)line.length, line.at);
    if (line.length > 0) assert_int_not_equal(line.at[line.length - 1], ' ');
    for (size_t i = 0; i < sizeof CLOSING / sizeof CLOSING[0]; i++)
        if (str_starts_with(trimmed, CLOSING[i])) fail_msg("starts with punctuation: %.*s", (int)line.length, line.at);
}

void check_page(struct str page) {
    assert_true(page.length > 0);
    assert_int_equal(page.at[page.length - 1], '\n');
    for (size_t from = 0; from < page.length;) {
        const char *end = memchr(page.at + from, '\n', page.length - from);
        check_line((struct str){page.at + from, (size_t)(end - page.at) - from});
        from = (size_t)(end - page.at) + 1;
    }
}
