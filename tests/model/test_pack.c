#include <check.h>
#include <model/pack.h>

struct shelf {
    struct arena arena;
    struct problems problems;
    struct pack packs[4];
    struct reference requires[4];
    size_t count;
};

/* Each text: an id, or "id<other", an id that requires another. */
static void fill(struct shelf *shelf, const char *const *texts) {
    *shelf = (struct shelf){.count = 0};
    shelf->problems.arena = &shelf->arena;
    for (; texts[shelf->count]; shelf->count++) {
        struct str id = str_of(texts[shelf->count]);
        struct pack *pack = &shelf->packs[shelf->count];
        const ptrdiff_t mark = str_find(id, STR("<"));
        *pack = (struct pack){.id = id, .place = {"pack.yaml", 1, 1}};
        if (mark < 0) continue;
        pack->id.length = (size_t)mark;
        struct reference *requires = &shelf->requires[shelf->count];
        *requires = (struct reference){{id.at + mark + 1, id.length - (size_t)mark - 1}, {"pack.yaml", 5, 3}};
        pack->requires = requires;
        pack->require_count = 1;
    }
}

static void an_id_leads_nowhere(void **state) {
    (void)state;
    static const char *const BAD[] = {"", ".", "..", "a/b", "../a", "/a", "A", "a b", "a.yaml", "市"};
    assert_true(pack_id_is_good(STR("beijing-2020")));
    for (size_t i = 0; i < COUNT(BAD); i++) assert_false(pack_id_is_good(str_of(BAD[i])));
}

static void packs_stand_behind_those_they_require(void **state) {
    (void)state;
    static const struct {
        const char *given[5], *ordered[5];
    } rows[] = {
        {{"a", "b", "c"}, {"a", "b", "c"}},
        {{"a<c", "b", "c"}, {"c", "a", "b"}},
        {{"a<b", "b<c", "c<d", "d"}, {"d", "c", "b", "a"}},
        {{"c<a", "b<a", "a"}, {"a", "c", "b"}},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct shelf shelf;
        fill(&shelf, rows[i].given);
        pack_order(shelf.packs, shelf.count, &shelf.problems);
        assert_int_equal(shelf.problems.errors, 0);
        for (size_t j = 0; j < shelf.count; j++) assert_str(shelf.packs[j].id, rows[i].ordered[j]);
        arena_free(&shelf.arena);
    }
}

static void cycles_and_strangers_are_told(void **state) {
    (void)state;
    static const struct {
        const char *given[5], *code, *says;
        unsigned line;
    } rows[] = {
        {{"a<a"}, "pack-cycle", "\"a\"", 1},
        {{"a", "b<c", "c<b"}, "pack-cycle", "\"b\"", 1},
        {{"shandong", "jinan<shandnog"}, "unknown-pack", "did you mean \"shandong\"", 5},
        {{"a<elsewhere"}, "unknown-pack", "\"elsewhere\"", 5},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct shelf shelf;
        fill(&shelf, rows[i].given);
        pack_order(shelf.packs, shelf.count, &shelf.problems);
        assert_int_equal(shelf.problems.errors, 1);
        const struct problem *problem = &shelf.problems.at[0];
        assert_string_equal(problem->code, rows[i].code);
        assert_int_equal(problem->place.line, rows[i].line);
        if (!strstr(problem->en.at, rows[i].says)) fail_msg("%s", problem->en.at);
        arena_free(&shelf.arena);
    }
}

static void building_on_goes_through_others(void **state) {
    (void)state;
    struct shelf shelf;
    fill(&shelf, (const char *const[]){"a", "b<a", "c<b", NULL});
    assert_true(pack_builds_on(shelf.packs, 3, 2, 0));
    assert_true(pack_builds_on(shelf.packs, 3, 2, 1));
    assert_false(pack_builds_on(shelf.packs, 3, 0, 2));
    arena_free(&shelf.arena);
    fill(&shelf, (const char *const[]){"c<b", "b<a", "a", "d<gone", NULL}); /* what is missing keeps nothing from its place */
    pack_order(shelf.packs, 4, &shelf.problems);
    assert_true(pack_builds_on(shelf.packs, 4, 2, 0));
    arena_free(&shelf.arena);
    fill(&shelf, (const char *const[]){"a<b", "b<a", "c", NULL}); /* a cycle is told, and ends */
    pack_order(shelf.packs, 3, &shelf.problems);
    assert_false(pack_builds_on(shelf.packs, 3, 0, 2));
    arena_free(&shelf.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_leads_nowhere), cmocka_unit_test(packs_stand_behind_those_they_require),
        cmocka_unit_test(cycles_and_strangers_are_told), cmocka_unit_test(building_on_goes_through_others)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
