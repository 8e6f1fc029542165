/* test_list_diff.c - what changed from one list to the next. */
#include <check.h>
#include <model/list_diff.h>

static struct item make(const char *id, int kind, const char *name) {
    return (struct item){.id = str_of(id),
                         .kind = kind,
                         .name = str_of(name),
                         .department = -1,
                         .per_person_day = -1,
                         .staff_min = -1,
                         .validity = {DAY_NONE, DAY_NONE}};
}

struct compared {
    struct arena arena;
    struct list_diff diff;
};

static void compare(struct compared *compared, const struct list *before, const struct list *after, int32_t day) {
    struct quanze_error error;
    compared->arena = (struct arena){0};
    const struct list_on old = {before, day}, new = {after, day};
    assert_int_equal(list_compare(old, new, &compared->arena, &compared->diff, &error), QUANZE_OK);
}

static void tells_what_became_of_each_item(void **state) {
    (void)state;
    struct item before[] = {make("B-1", ITEM_BASIC, "低保对象核查"),     make("B-2", ITEM_BASIC, "矛盾纠纷调解"),
                            make("C-1", ITEM_COOPERATIVE, "秸秆禁烧"),   make("C-2", ITEM_COOPERATIVE, "防溺水"),
                            make("B-3", ITEM_BASIC, "村级财务监督管理"), make("B-4", ITEM_BASIC, "垃圾分类")};
    struct item after[] = {make("B-1", ITEM_BASIC, "低保对象入户调查"), /* same id, a name like it: reworded */
                           make("R-9", ITEM_RECALLED, "矛盾纠纷调解"),  /* moved */
                           make("C-1", ITEM_COOPERATIVE, "秸秆 禁烧"),  /* a space is no change */
                           make("C-3", ITEM_COOPERATIVE, "防溺水"),     /* another id only */
                           make("B-8", ITEM_BASIC, "村级财务监督"),     /* another id, very much alike */
                           make("B-4", ITEM_BASIC, "森林防火")};        /* the id alone does not make it the same */
    after[2].township_duty = STR("巡查");
    const struct list old = {.items = before, .item_count = COUNT(before)}, new = {.items = after, .item_count = COUNT(after)};
    struct compared compared;
    compare(&compared, &old, &new, DAY_NONE);
    const struct list_diff *diff = &compared.diff;
    assert_int_equal(diff->added_count, 1);
    assert_int_equal(diff->added[0], 5);
    assert_int_equal(diff->dropped_count, 1);
    assert_int_equal(diff->dropped[0], 5);
    assert_int_equal(diff->changed_count, 5);
    assert_int_equal(diff->changed[0].fields, 1u << DIFF_NAME);
    assert_true(diff->changed[1].moved && diff->changed[1].renumbered && diff->changed[1].before == 1);
    assert_int_equal(diff->changed[2].fields, 1u << DIFF_TOWNSHIP_DUTY);
    assert_true(diff->changed[3].renumbered && diff->changed[3].fields == 0);
    assert_int_equal(diff->changed[4].before, 4);
    arena_free(&compared.arena);
}

static void a_list_does_not_differ_from_itself(void **state) {
    (void)state;
    struct item items[] = {make("B-1", ITEM_BASIC, "甲"), make("B-2", ITEM_BASIC, "甲"), make("C-1", ITEM_COOPERATIVE, "甲")};
    struct power_held power = {.power = {1, STR("烟花")}, .validity = {DAY_NONE, DAY_NONE}};
    const struct list list = {.items = items, .item_count = COUNT(items), .powers = &power, .power_count = 1};
    struct compared compared;
    compare(&compared, &list, &list, DAY_NONE);
    /* Two basic items of one name: the second finds no partner of its own by name, but by its id. */
    assert_int_equal(compared.diff.added_count + compared.diff.dropped_count + compared.diff.changed_count, 0);
    assert_int_equal(compared.diff.granted_count + compared.diff.recalled_count, 0);
    arena_free(&compared.arena);
}

static void departments_are_compared_by_name(void **state) {
    (void)state;
    struct department here = {.id = STR("a"), .name = STR("县水利局")},
                      there[] = {{.id = STR("z"), .name = STR("县气象局")}, {.id = STR("b"), .name = STR("县水利局")}};
    struct item old_item = make("C-1", ITEM_COOPERATIVE, "甲"), new_item = old_item;
    old_item.department = 0, new_item.department = 1;
    const struct list old = {.items = &old_item, .item_count = 1, .departments = &here, .department_count = 1},
                      new = {.items = &new_item, .item_count = 1, .departments = there, .department_count = 2};
    struct compared compared;
    compare(&compared, &old, &new, DAY_NONE);
    assert_int_equal(compared.diff.changed_count, 0);
    arena_free(&compared.arena);
    new_item.department = 0;
    compare(&compared, &old, &new, DAY_NONE);
    assert_int_equal(compared.diff.changed[0].fields, 1u << DIFF_DEPARTMENT);
    arena_free(&compared.arena);
}

static void powers_come_and_go(void **state) {
    (void)state;
    struct power_held old_powers[] = {{.power = {1, STR("烟花")}, .validity = {100, 200}},
                                      {.power = {2, STR("秸秆")}, .validity = {100, 150}}},
                      new_powers[] = {{.power = {1, STR("烟花")}, .validity = {100, DAY_NONE}},
                                      {.power = {3, STR("垃圾")}, .validity = {100, 300}}};
    const struct list old = {.powers = old_powers, .power_count = 2}, new = {.powers = new_powers, .power_count = 2};
    struct compared compared;
    compare(&compared, &old, &new, 120);
    assert_int_equal(compared.diff.granted_count, 1);
    assert_int_equal(compared.diff.granted[0], 1);
    assert_int_equal(compared.diff.recalled_count, 1);
    assert_int_equal(compared.diff.recalled[0], 1);
    arena_free(&compared.arena);
    compare(&compared, &old, &new, 160); /* by then the old list itself had let it end */
    assert_int_equal(compared.diff.recalled_count, 0);
    arena_free(&compared.arena);
}

static void only_what_is_in_force_counts(void **state) {
    (void)state;
    struct item old_item = make("B-1", ITEM_BASIC, "甲"), new_item = old_item;
    old_item.validity = (struct validity){100, 200};
    new_item.validity = (struct validity){DAY_NONE, 200};
    const struct list old = {.items = &old_item, .item_count = 1}, new = {.items = &new_item, .item_count = 1};
    struct compared compared;
    compare(&compared, &old, &new, 50);
    assert_int_equal(compared.diff.added_count, 1);
    arena_free(&compared.arena);
    compare(&compared, &old, &new, 150);
    assert_int_equal(compared.diff.changed[0].fields, 1u << DIFF_VALIDITY);
    arena_free(&compared.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(tells_what_became_of_each_item),
                                       cmocka_unit_test(a_list_does_not_differ_from_itself),
                                       cmocka_unit_test(departments_are_compared_by_name), cmocka_unit_test(powers_come_and_go),
                                       cmocka_unit_test(only_what_is_in_force_counts)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
