/* test_template.c - gaps, sections, conditions, and every way to write a template wrong. */
#include <say/document/template.h>

#include <check.h>

enum { WHO, GIFTS, GIFT, COUNT_OF, LUCKY, NAME_COUNT };

static const struct template_name NAMES[NAME_COUNT] = {[WHO] = {STR_INIT("who"), -1, false},
                                                       [GIFTS] = {STR_INIT("gifts"), -1, true},
                                                       [GIFT] = {STR_INIT("gift"), GIFTS, false},
                                                       [COUNT_OF] = {STR_INIT("count"), -1, false},
                                                       [LUCKY] = {STR_INIT("lucky"), -1, true}};

struct fixture {
    struct arena arena;
    struct buf out;
    struct quanze_error error;
    quanze_status status;
};

/* Fills `source` with: who 王五, gifts 茶 and 米, count empty, lucky once. */
static struct str fill(struct fixture *fixture, const char *source) {
    static const struct template_names names = {NAMES, NAME_COUNT};
    struct str tea[NAME_COUNT] = {[GIFT] = STR_INIT("茶")}, rice[NAME_COUNT] = {[GIFT] = STR_INIT("米")};
    struct template_rows none[NAME_COUNT] = {{0}};
    const struct template_row gifts[] = {{tea, none}, {rice, none}}, luck[] = {{tea, none}};
    struct str texts[NAME_COUNT] = {[WHO] = STR_INIT("王\n五"), [COUNT_OF] = STR_INIT("")};
    struct template_rows sections[NAME_COUNT] = {[GIFTS] = {gifts, 2}, [LUCKY] = {luck, 1}};
    const struct template_row root = {texts, sections};
    struct template *template = NULL;
    buf_clear(&fixture->out);
    fixture->status = template_read(str_of(source), "t.txt", &names, &fixture->arena, &template, &fixture->error);
    if (fixture->status != QUANZE_OK) return STR("");
    template_fill(template, &root, &fixture->out);
    size_t kept = 0;
    for (size_t i = 0; i < fixture->out.length; i++)
        if (fixture->out.at[i] != TEMPLATE_VALUE) fixture->out.at[kept++] = fixture->out.at[i];
    fixture->out.length = kept;
    return buf_str(&fixture->out);
}

static void end(struct fixture *fixture) {
    buf_free(&fixture->out);
    arena_free(&fixture->arena);
}

static void fills_gaps_and_sections(void **state) {
    (void)state;
    struct fixture fixture = {.out = {0}};
    assert_str(fill(&fixture, "给{{who}}：{{#gifts}}{{gift}}、{{/gifts}}完"), "给王 五：茶、米、完");
    assert_str(fill(&fixture, "{{ who }}{{! 备注 }}。"), "王 五。");
    assert_str(fill(&fixture, "{{#gifts}}{{who}}的{{gift}}{{#lucky}}吉{{/lucky}} {{/gifts}}"), "王 五的茶吉 王 五的米吉 ");
    assert_str(fill(&fixture, "{{#who}}有{{/who}}{{^who}}无{{/who}}{{#count}}有{{/count}}{{^count}}无{{/count}}"), "有无");
    assert_str(fill(&fixture, "{{^gifts}}没有{{/gifts}}{{#lucky}}有{{/lucky}}"), "有");
    assert_str(fill(&fixture, ""), "");
    end(&fixture);
}

static void tags_alone_on_a_line_leave_no_line(void **state) {
    (void)state;
    struct fixture fixture = {.out = {0}};
    assert_str(fill(&fixture, "一\n  {{#gifts}}  \n{{gift}}\n{{/gifts}}\n{{! 说明 }}\r\n二"), "一\n茶\n米\n二");
    assert_str(fill(&fixture, "{{#lucky}}\n一\n{{/lucky}}"), "一\n");
    assert_str(fill(&fixture, "一 {{#lucky}}\n二{{/lucky}}\n"), "一 \n二\n");
    end(&fixture);
}

/* A value that looks like a tag is a value, and the byte before it tells it apart. */
static void values_are_never_read(void **state) {
    (void)state;
    struct fixture fixture = {.out = {0}};
    static const struct template_names names = {NAMES, NAME_COUNT};
    struct str texts[NAME_COUNT] = {[WHO] = STR_INIT("{{#gifts}}\x02")};
    struct template_rows sections[NAME_COUNT] = {{0}};
    const struct template_row root = {texts, sections};
    struct template *template = NULL;
    assert_int_equal(template_read(STR("{{who}}"), "t.txt", &names, &fixture.arena, &template, &fixture.error), QUANZE_OK);
    template_fill(template, &root, &fixture.out);
    assert_str(buf_str(&fixture.out), "\x02{{#gifts}} ");
    end(&fixture);
}

static void wrong_templates_are_told_with_their_place(void **state) {
    (void)state;
    static const struct {
        const char *source, *words;
        unsigned line, column;
    } WRONG[] = {
        {"一\n二{{whoo}}", "“who”", 2, 2},
        {"{{xyzzyx}}", "没有“xyzzyx”", 1, 1},
        {"{{gift}}", "{{#gifts}}", 1, 1},
        {"{{^gifts}}{{gift}}{{/gifts}}", "{{#gifts}}", 1, 11},
        {"{{#gifts}}\n", "{{/gifts}}", 1, 1},
        {"{{#gifts}}{{/who}}", "“gifts”", 1, 11},
        {"{{/who}}", "{{/who}}", 1, 1},
        {"一{{who", "“}}”", 1, 2},
        {"{{gifts}}", "{{#gifts}}", 1, 1},
        {"{{}}", "没有“”", 1, 1},
        {"{{#lucky}}{{#lucky}}{{#lucky}}{{#lucky}}{{#lucky}}{{#lucky}}{{#lucky}}{{#lucky}}{{#lucky}}", "8 层", 1, 81},
    };
    for (size_t i = 0; i < COUNT(WRONG); i++) {
        struct fixture fixture = {.out = {0}};
        fill(&fixture, WRONG[i].source);
        assert_int_equal(fixture.status, QUANZE_BAD_DATA);
        if (!strstr(fixture.error.zh, WRONG[i].words)) print_error("%s: %s\n", WRONG[i].source, fixture.error.zh);
        assert_non_null(strstr(fixture.error.zh, WRONG[i].words));
        assert_string_equal(fixture.error.file, "t.txt");
        assert_int_equal(fixture.error.line, WRONG[i].line);
        assert_int_equal(fixture.error.column, WRONG[i].column);
        end(&fixture);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_gaps_and_sections),
        cmocka_unit_test(tags_alone_on_a_line_leave_no_line),
        cmocka_unit_test(values_are_never_read),
        cmocka_unit_test(wrong_templates_are_told_with_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
