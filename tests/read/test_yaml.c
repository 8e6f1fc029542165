#include <base/buf.h>
#include <check.h>
#include <read/node.h>
#include <stdio.h>

/* One parse, with all that it made. */
struct parsed {
    struct arena arena;
    struct problems problems;
    struct node **documents;
    size_t count;
    bool good;
};

static void parse(struct parsed *out, struct str bytes) {
    *out = (struct parsed){.count = 0};
    out->problems.arena = &out->arena;
    out->good = yaml_parse(bytes, "x.yaml", 1, &out->arena, &out->documents, &out->count, &out->problems);
}

static void scalars_stay_text_with_their_places(void **state) {
    (void)state;
    struct parsed p;
    parse(&p, STR("count: 007\n名称: '木塘'\nempty:\ntilde: ~\nword: null\nquoted: 'null'\nlist: [1, 木, two]\n"));
    assert_true(p.good);
    assert_int_equal(p.count, 1);
    const struct node *root = p.documents[0];
    assert_int_equal(root->kind, NODE_MAPPING);
    assert_int_equal(root->count, 7);
    const struct node *count = node_child(root, "count");
    assert_str(count->text, "007");
    assert_false(count->quoted);
    assert_true(count->line == 1 && count->column == 8 && count->key_line == 1 && count->key_column == 1);
    const struct node *name = node_child(root, "名称");
    assert_true(name->quoted);
    assert_true(name->line == 2 && name->column == 5);
    static const char *const nulls[] = {"empty", "tilde", "word"};
    for (size_t i = 0; i < COUNT(nulls); i++) assert_int_equal(node_child(root, nulls[i])->kind, NODE_NULL);
    assert_int_equal(node_child(root, "quoted")->kind, NODE_SCALAR);
    const struct node *list = node_child(root, "list");
    assert_int_equal(list->count, 3);
    assert_str(list->first->next->text, "木");
    assert_int_equal(list->first->next->next->column, 14); /* characters, not bytes */
    assert_null(node_child(root, "nowhere"));
    assert_null(node_child(list, "count"));
    arena_free(&p.arena);
}

static void streams_hold_several_documents(void **state) {
    (void)state;
    struct parsed p;
    parse(&p, STR("\xEF\xBB\xBF# head\r\n---\r\na: 1\r\n---\r\nb: 2\r\n...\r\n"));
    assert_true(p.good);
    assert_int_equal(p.count, 2);
    assert_str(node_child(p.documents[0], "a")->text, "1");
    assert_int_equal(node_child(p.documents[1], "b")->line, 5);
    arena_free(&p.arena);
    parse(&p, STR("# nothing\n"));
    assert_true(p.good);
    assert_int_equal(p.count, 0);
    arena_free(&p.arena);
}

static void places_count_from_the_given_line(void **state) {
    (void)state;
    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    struct node **documents;
    size_t count;
    assert_false(yaml_parse(STR("a: 1\na: 2\n"), "x.yaml", 100, &arena, &documents, &count, &problems));
    assert_int_equal(problems.at[0].place.line, 101);
    arena_free(&arena);
}

#define BYTES(literal)                                                                                                         \
    { (literal), sizeof(literal) - 1 }

static const struct {
    struct str bytes;
    const char *code;
    unsigned line, column;
} REFUSED[] = {
    {BYTES("a: &x 1\n"), "anchor", 1, 4},
    {BYTES("a: &x [1]\n"), "anchor", 1, 4},
    {BYTES("a: 1\nb: *x\n"), "alias", 2, 4},
    {BYTES("a: !!int 1\n"), "tag", 1, 4},
    {BYTES("a: ! 1\n"), "tag", 1, 4},
    {BYTES("a: !x {b: 1}\n"), "tag", 1, 4},
    {BYTES("a: 1\nb: {c: 1, c: 2}\n"), "double-key", 2, 11},
    {BYTES("<<: 1\n<<: 2\n"), "double-key", 2, 1},
    {BYTES("? [a, b]\n: 1\n"), "key-not-text", 1, 3},
    {BYTES("{{a: 1}: 2}\n"), "key-not-text", 1, 2},
    {BYTES("'': 1\n"), "empty-key", 1, 1},
    {BYTES("a: 1\n木塘\xFF: 2\n"), "bad-utf8", 2, 3},
    {BYTES("a: \xC0\x80\n"), "bad-utf8", 1, 4},
    {BYTES("a: \xED\xA0\x80\n"), "bad-utf8", 1, 4},
    {BYTES("a: x\0y\n"), "nul-byte", 1, 5},
    {BYTES("a: \"x\\0y\"\n"), "control-character", 1, 4},
    {BYTES("a: \"\\e[31m\"\n"), "control-character", 1, 4},
    {BYTES("a: \"\\x9b31m\"\n"), "control-character", 1, 4},
    {BYTES("a: 木\x01\n"), "yaml-syntax", 1, 5},
    {BYTES("a: [1, 2\n"), "yaml-syntax", 2, 1},
    {BYTES("a: {b: 1\n"), "yaml-syntax", 2, 1},
    {BYTES("a: 'x\n"), "yaml-syntax", 2, 1},
    {BYTES("a: 1\n\tb: 2\n"), "yaml-syntax", 2, 1},
    {BYTES("a: b: c\n"), "yaml-syntax", 1, 5},
    {BYTES("a: 1\n b: 2\n"), "yaml-syntax", 2, 3},
    {BYTES("\xFF\xFE"
           "a\0:\0"),
     "bad-utf8", 1, 1},
};

static void what_lists_have_no_use_for_is_refused_in_place(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(REFUSED); i++) {
        struct parsed p;
        parse(&p, REFUSED[i].bytes);
        assert_false(p.good);
        if (p.problems.errors == 0) fail_msg("case %zu: no problem", i);
        const struct problem *problem = &p.problems.at[0];
        if (strcmp(problem->code, REFUSED[i].code) || problem->place.line != REFUSED[i].line ||
            problem->place.column != REFUSED[i].column)
            fail_msg("case %zu: %s at %u:%u, expected %s at %u:%u", i, problem->code, problem->place.line,
                     problem->place.column, REFUSED[i].code, REFUSED[i].line, REFUSED[i].column);
        assert_string_equal(problem->place.file, "x.yaml");
        assert_true(problem->zh.length > 0 && problem->en.length > 0);
        arena_free(&p.arena);
    }
}

static void one_run_tells_all_and_still_gives_the_document(void **state) {
    (void)state;
    struct parsed p;
    parse(&p, STR("a: &x 1\nb: *x\nc: !t 2\na: 3\n"));
    assert_false(p.good);
    assert_int_equal(p.problems.errors, 4);
    assert_int_equal(p.count, 1);
    assert_str(node_child(p.documents[0], "c")->text, "2");
    arena_free(&p.arena);
}

static void a_syntax_error_gives_only_whole_documents(void **state) {
    (void)state;
    struct parsed p;
    parse(&p, STR("a: 1\n---\nb: [1\n"));
    assert_false(p.good);
    assert_int_equal(p.count, 1);
    assert_str(node_child(p.documents[0], "a")->text, "1");
    assert_non_null(strstr(p.problems.at[0].zh.at, "方括号"));
    arena_free(&p.arena);
}

static void depth_is_bounded(void **state) {
    (void)state;
    for (size_t depth = QUANZE_MAX_DEPTH; depth <= QUANZE_MAX_DEPTH + 1; depth++) {
        struct buf text = {0};
        buf_put_repeat(&text, STR("["), depth);
        buf_put_repeat(&text, STR("]"), depth);
        struct parsed p;
        parse(&p, buf_str(&text));
        assert_int_equal(p.good, depth <= QUANZE_MAX_DEPTH);
        if (!p.good) assert_string_equal(p.problems.at[0].code, "too-deep");
        arena_free(&p.arena);
        buf_free(&text);
    }
}

static void a_hundred_thousand_open_brackets_end_at_once(void **state) {
    (void)state;
    struct buf text = {0};
    buf_put_repeat(&text, STR("[\n"), 100000);
    struct parsed p;
    parse(&p, buf_str(&text));
    assert_false(p.good);
    assert_int_equal(p.problems.errors, 1);
    arena_free(&p.arena);
    buf_free(&text);
}

static void scalars_are_bounded(void **state) {
    (void)state;
    for (size_t more = 0; more <= 1; more++) {
        struct buf text = {0};
        buf_put_text(&text, "body: '");
        buf_put_repeat(&text, STR("x"), QUANZE_MAX_SCALAR_BYTES + more);
        buf_put_text(&text, "'\n");
        struct parsed p;
        parse(&p, buf_str(&text));
        assert_int_equal(p.good, more == 0);
        if (!p.good) assert_string_equal(p.problems.at[0].code, "text-too-long");
        arena_free(&p.arena);
        buf_free(&text);
    }
}

static void double_keys_are_found_among_very_many(void **state) {
    (void)state;
    struct buf text = {0};
    for (int i = 0; i < 50000; i++) buf_printf(&text, "key%d: 1\n", i == 49999 ? 123 : i);
    struct parsed p;
    parse(&p, buf_str(&text));
    assert_false(p.good);
    assert_int_equal(p.problems.errors, 1);
    assert_int_equal(p.problems.at[0].place.line, 50000);
    assert_non_null(strstr(p.problems.at[0].en.at, "line 124"));
    arena_free(&p.arena);
    buf_free(&text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scalars_stay_text_with_their_places),
        cmocka_unit_test(streams_hold_several_documents),
        cmocka_unit_test(places_count_from_the_given_line),
        cmocka_unit_test(what_lists_have_no_use_for_is_refused_in_place),
        cmocka_unit_test(one_run_tells_all_and_still_gives_the_document),
        cmocka_unit_test(a_syntax_error_gives_only_whole_documents),
        cmocka_unit_test(depth_is_bounded),
        cmocka_unit_test(a_hundred_thousand_open_brackets_end_at_once),
        cmocka_unit_test(scalars_are_bounded),
        cmocka_unit_test(double_keys_are_found_among_very_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
