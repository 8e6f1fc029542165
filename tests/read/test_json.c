#include <base/buf.h>
#include <check.h>
#include <jansson.h>
#include <read/json.h>
#include <stdio.h>
#include <stdlib.h>

struct parsed {
    struct arena arena;
    struct problems problems;
    struct node *root;
    bool good;
};

static void parse(struct parsed *out, struct str bytes) {
    *out = (struct parsed){.good = false};
    out->problems.arena = &out->arena;
    struct json_origin origin = {"x.json", 1, 1, false};
    out->good = json_parse(bytes, &origin, &out->arena, &out->root, &out->problems);
}

static bool same(const struct node *node, const json_t *json);

static bool same_object(const struct node *node, const json_t *json) {
    if (node->count != json_object_size(json)) return false;
    for (const struct node *child = node->first; child; child = child->next) {
        const json_t *value = json_object_getn(json, child->key.at, child->key.length);
        if (!value || !same(child, value)) return false;
    }
    return true;
}

static bool same_array(const struct node *node, const json_t *json) {
    if (node->count != json_array_size(json)) return false;
    size_t i = 0;
    for (const struct node *child = node->first; child; child = child->next)
        if (!same(child, json_array_get(json, i++))) return false;
    return true;
}

static bool same_number(const struct node *node, const json_t *json) {
    char text[64];
    if (node->quoted || node->text.length >= sizeof text) return false;
    memcpy(text, node->text.at, node->text.length);
    text[node->text.length] = '\0';
    return strtod(text, NULL) == json_number_value(json);
}

static bool same(const struct node *node, const json_t *json) {
    switch (json_typeof(json)) {
    case JSON_OBJECT: return node->kind == NODE_MAPPING && same_object(node, json);
    case JSON_ARRAY: return node->kind == NODE_SEQUENCE && same_array(node, json);
    case JSON_STRING:
        return node->kind == NODE_SCALAR && node->quoted &&
               str_equal(node->text, (struct str){json_string_value(json), json_string_length(json)});
    case JSON_INTEGER:
    case JSON_REAL: return node->kind == NODE_SCALAR && same_number(node, json);
    case JSON_TRUE: return !node->quoted && str_equal(node->text, STR("true"));
    case JSON_FALSE: return !node->quoted && str_equal(node->text, STR("false"));
    case JSON_NULL: break;
    }
    return node->kind == NODE_NULL;
}

/* What jansson alone minds: numbers that no machine number holds. What we alone mind: depth over 32. */
static bool is_judged_otherwise(const json_error_t *error) { return json_error_code(error) == json_error_numeric_overflow; }

/* Reads bytes both ways; true when they were JSON. */
static bool compare(struct str bytes) {
    /* A copy that ends with the text, so that a step over its end is seen. */
    char *exact = malloc(bytes.length ? bytes.length : 1);
    assert_non_null(exact);
    if (bytes.length) memcpy(exact, bytes.at, bytes.length);
    struct parsed p;
    json_error_t error;
    parse(&p, (struct str){exact, bytes.length});
    json_t *json = json_loadb(exact, bytes.length, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    bool agrees = json ? p.good && same(p.root, json) : !p.good || is_judged_otherwise(&error);
    if (!agrees)
        fail_msg("%s by jansson (%s), %s by us (%s): %.*s", json ? "taken" : "refused", json ? "" : error.text,
                 p.good ? "taken" : "refused", p.problems.count ? p.problems.at[0].en.at : "", (int)bytes.length, bytes.at);
    assert_int_equal(p.good, p.problems.errors == 0);
    json_decref(json);
    arena_free(&p.arena);
    free(exact);
    return p.good;
}

#define BYTES(literal)                                                                                                         \
    { (literal), sizeof(literal) - 1 }

static const struct str CORPUS[] = {
    BYTES("{}"),
    BYTES("[]"),
    BYTES(" \t\r\n[ 1 , -2.5e+3,0,-0, 1E9, 0.125 ] \n"),
    BYTES("{\"a\":{\"b\":[null,true,false,\"\"]},\"c\":\"木塘垸镇\"}"),
    BYTES("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u6728\\ud83d\\ude00\\u00e9\""),
    BYTES("\"é€𠮷\xF4\x8F\xBF\xBF\xEE\x80\x80\xED\x9F\xBF\xE0\xA0\x80\""),
    BYTES("\"各乡镇人民政府：根据县级工作部署，现就有关事项通知如下。请于规定时限内完成，并报送至我局。\""),
    BYTES("{\"id\":\"T-1\",\"title\":\"关于报送\\n资料的通知\",\"townships\":[\"木塘垸镇\"],\"funds\":{\"required\":12.50}}"),
    BYTES(""),
    BYTES(" "),
    BYTES("{"),
    BYTES("{\"a\""),
    BYTES("{\"a\":"),
    BYTES("{\"a\":1,}"),
    BYTES("[1,]"),
    BYTES("[,1]"),
    BYTES("[1 2]"),
    BYTES("{\"a\" 1}"),
    BYTES("{a:1}"),
    BYTES("{'a':1}"),
    BYTES("{1:1}"),
    BYTES("{\"a\":1 \"b\":2}"),
    BYTES("[1]]"),
    BYTES("{}{}"),
    BYTES("nul"),
    BYTES("nulll"),
    BYTES("True"),
    BYTES("NaN"),
    BYTES("01"),
    BYTES("-"),
    BYTES("-01"),
    BYTES("1."),
    BYTES(".5"),
    BYTES("+1"),
    BYTES("1e"),
    BYTES("1e+"),
    BYTES("0x10"),
    BYTES("\"a"),
    BYTES("\"a\\"),
    BYTES("\"\\x\""),
    BYTES("\"\\u12\""),
    BYTES("\"\\u12g4\""),
    BYTES("\"\\ud83d\""),
    BYTES("\"\\ude00\""),
    BYTES("\"\\ud83d\\u0041\""),
    BYTES("\"\\u0000\""),
    BYTES("\"a\tb\""),
    BYTES("\"a\nb\""),
    BYTES("\"a\0b\""),
    BYTES("\"\x80\""),
    BYTES("\"\xC0\xAF\""),
    BYTES("\"\xE6\x9C\""),
    BYTES("\"\xE0\x9F\xBF\""),
    BYTES("\"\xED\xA0\x80\""),
    BYTES("\"\xF0\x8F\xBF\xBF\""),
    BYTES("\"\xF4\x90\x80\x80\""),
    BYTES("\"\xFF\""),
    BYTES("\xEF\xBB\xBF{}"),
    BYTES("{\"a\":1,\"a\":2}"),
    BYTES("{\"a\":{\"b\":1,\"b\":2}}"),
    BYTES("// no\n{}"),
    BYTES("\"a\x7F\""),
};

static void jansson_agrees_on_every_text(void **state) {
    (void)state;
    size_t taken = 0;
    for (size_t i = 0; i < COUNT(CORPUS); i++) taken += compare(CORPUS[i]);
    assert_int_equal(taken, 9);
}

static uint64_t next_random(uint64_t *state) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *state >> 33;
}

/* Every text with bytes cut off, put in or changed at every place: a repeatable pile of nearly right JSON. */
static void jansson_agrees_on_damaged_texts(void **state) {
    (void)state;
    static const char bytes[] = "\"\\{}[],:0-9eE.+ntu\n\x01\x80\xC2\xE6\xED\xF0 a";
    uint64_t random = 20231207;
    for (size_t i = 0; i < COUNT(CORPUS); i++)
        for (int round = 0; round < 400; round++) {
            char text[512];
            size_t length = CORPUS[i].length;
            memcpy(text, CORPUS[i].at, length);
            for (uint64_t changes = 1 + next_random(&random) % 3; changes > 0 && length > 0; changes--) {
                size_t at = next_random(&random) % length;
                if (round % 3 == 0) length = at;
                if (round % 3 == 1) text[at] = bytes[next_random(&random) % (sizeof bytes - 1)];
                if (round % 3 == 2) memmove(text + at, text + at + 1, --length - at);
            }
            compare((struct str){text, length});
        }
}

/* The block-wise way over Chinese text must mind every byte at every distance from the start. */
static void every_byte_of_a_long_text_is_looked_at(void **state) {
    (void)state;
    char text[128];
    for (size_t at = 1; at < 100; at++)
        for (int byte = 0; byte < 256; byte++) {
            text[0] = '"';
            for (size_t i = 0; i < 33; i++) memcpy(text + 1 + 3 * i, i % 2 ? "，" : "垸", 3);
            text[100] = '"';
            text[at] = (char)byte;
            compare((struct str){text, 101});
        }
}

static const struct {
    const char *text, *path;
    unsigned line, column;
} PLACES[] = {
    {"{\"a\": 1}", "a", 1, 7},
    {"{\"木塘\":\"垸镇\", \"b\": 2}", "b", 1, 18},
    {"{\n  \"a\": \"木\",\n  \"b\": [\n 3]}", "b", 3, 8},
    {"{\"\\u6728\": 0, \"b\": {}}", "b", 1, 20},
};

static void nodes_know_their_places_in_characters(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(PLACES); i++) {
        struct parsed p;
        parse(&p, str_of(PLACES[i].text));
        assert_true(p.good);
        const struct node *node = node_child(p.root, PLACES[i].path);
        assert_non_null(node);
        assert_int_equal(node->line, PLACES[i].line);
        assert_int_equal(node->column, PLACES[i].column);
        assert_int_equal(node->key_line, PLACES[i].line);
        assert_int_equal(node->key_column, PLACES[i].column - 5);
        arena_free(&p.arena);
    }
}

static const struct {
    struct str text;
    const char *code;
    unsigned line, column;
} BAD[] = {
    {BYTES("{\"木\": 01}"), "json-syntax", 1, 7},      {BYTES("{\"a\":1,\n \"木\": \"x\\q\"}"), "json-syntax", 2, 9},
    {BYTES("{\"木\":\"\xFF\"}"), "json-syntax", 1, 7}, {BYTES("{\"木\":\"open}"), "json-syntax", 1, 6},
    {BYTES("{\"木\":1"), "json-syntax", 1, 7},         {BYTES("{\"木\":1,\n\"木\":2}"), "double-key", 2, 1},
    {BYTES("[\"a\0b\"]"), "json-syntax", 1, 4},
};

static void faults_are_told_with_their_places(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(BAD); i++) {
        struct parsed p;
        parse(&p, BAD[i].text);
        assert_false(p.good);
        assert_int_equal(p.problems.errors, 1);
        assert_string_equal(p.problems.at[0].code, BAD[i].code);
        if (p.problems.at[0].place.line != BAD[i].line || p.problems.at[0].place.column != BAD[i].column)
            fail_msg("%s: %u:%u", BAD[i].text.at, p.problems.at[0].place.line, p.problems.at[0].place.column);
        arena_free(&p.arena);
    }
}

static void double_keys_are_found_among_many(void **state) {
    (void)state;
    struct buf text = {0};
    buf_put_char(&text, '{');
    for (int i = 0; i < 3000; i++) buf_printf(&text, "\"key%d\":%d,", i % 2999, i);
    buf_put_text(&text, "\"end\":0}");
    struct parsed p;
    parse(&p, buf_str(&text));
    assert_false(p.good);
    assert_int_equal(p.problems.errors, 1);
    assert_non_null(p.root); /* so that what else is wrong can be told */
    arena_free(&p.arena);
    buf_free(&text);
}

static void depth_is_bounded(void **state) {
    (void)state;
    for (size_t depth = QUANZE_MAX_DEPTH; depth <= QUANZE_MAX_DEPTH + 1; depth++) {
        char text[2 * (QUANZE_MAX_DEPTH + 1)];
        memset(text, '[', depth);
        memset(text + depth, ']', depth);
        struct parsed p;
        parse(&p, (struct str){text, 2 * depth});
        assert_int_equal(p.good, depth == QUANZE_MAX_DEPTH);
        arena_free(&p.arena);
    }
}

static void a_long_text_is_refused(void **state) {
    (void)state;
    size_t length = (size_t)QUANZE_MAX_SCALAR_BYTES + 3;
    char *text = malloc(length);
    assert_non_null(text);
    memset(text, 'a', length);
    text[0] = text[length - 1] = '"';
    struct parsed p;
    parse(&p, (struct str){text, length});
    assert_false(p.good);
    arena_free(&p.arena);
    text[length - 2] = '"';
    parse(&p, (struct str){text, length - 1});
    assert_true(p.good);
    arena_free(&p.arena);
    free(text);
}

static void a_cell_has_one_place(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct json_origin origin = {"x.csv", 9, 4, true};
    struct node *root = NULL;
    assert_true(json_parse(STR("[{\"a\":\n1}]"), &origin, &arena, &root, &problems));
    assert_true(root->first->first->line == 9 && root->first->first->column == 4);
    assert_false(json_parse(STR("[1,\n"), &origin, &arena, &root, &problems));
    assert_true(problems.at[0].place.line == 9 && problems.at[0].place.column == 4);
    arena_free(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jansson_agrees_on_every_text),
        cmocka_unit_test(jansson_agrees_on_damaged_texts),
        cmocka_unit_test(every_byte_of_a_long_text_is_looked_at),
        cmocka_unit_test(nodes_know_their_places_in_characters),
        cmocka_unit_test(faults_are_told_with_their_places),
        cmocka_unit_test(double_keys_are_found_among_many),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(a_long_text_is_refused),
        cmocka_unit_test(a_cell_has_one_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
