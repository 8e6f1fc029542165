/* list_review.c - warnings: what stands in the list but would not stand in a dispute. */
#include <read/list/list_reading.h>
#include <read/list/written.h>

#define WARN(code, zh, en) problem_warning(problems, code, item->place, zh, en, WRITTEN_SHOWN(item->id))

static void review_basis(const struct item *item, bool needs_basis, struct problems *problems) {
    if (item->basis.count == 0 && !item->basis_none && needs_basis)
        WARN("no-basis", "事项 %.*s 没有写依据；查过而没有的，写 basis: none",
             "item %.*s names no basis; where none was found, write basis: none");
    size_t unmarked = 0;
    for (size_t i = 0; i < item->basis.count; i++) unmarked += item->basis.at[i].verified == 0;
    if (unmarked > 0)
        WARN("unmarked-basis", "事项 %.*s 的依据没有注明是否核对过原文（verified: V、S、M 或 P）",
             "item %.*s does not say whether its basis was checked against the source (verified: V, S, M or P)");
}

void list_review_item(const struct item *item, struct problems *problems) {
    /* What was taken back needs no basis: the list itself says that the township is out of it. */
    review_basis(item, item->kind != ITEM_RECALLED, problems);
    if (item->kind == ITEM_BASIC && item->office.length == 0)
        WARN("no-office", "基本履职事项 %.*s 没有写由乡镇哪个办公室承担（office）",
             "basic item %.*s does not say which office of the township does it");
    if (item->kind == ITEM_COOPERATIVE && item->department_duty.length == 0)
        WARN("no-department-duty", "配合履职事项 %.*s 没有写部门职责（department_duty）",
             "cooperative item %.*s does not say what the department does (department_duty)");
    if (item->kind == ITEM_COOPERATIVE && item->township_duty.length == 0)
        WARN("no-township-duty", "配合履职事项 %.*s 没有写乡镇配合职责（township_duty）",
             "cooperative item %.*s does not say what the township does (township_duty)");
    if (item->kind == ITEM_RECALLED && item->working_mode.length == 0)
        WARN("no-working-mode", "上级部门收回事项 %.*s 没有写收回后的工作方式（working_mode）",
             "recalled item %.*s does not say how the department works after taking it back (working_mode)");
}

void list_review_village_item(const struct item *item, struct problems *problems) { review_basis(item, true, problems); }

#undef WARN
#define WARN(code, zh, en) problem_warning(problems, code, power->place, zh, en)

/* Source: 行政处罚法 (2021) art. 24: the decision must be published, and evaluated regularly. */
void list_review_power(const struct power_held *power, struct problems *problems) {
    bool is_delegated = power->mode == choice_find(choices_of("POWER_MODE"), STR("delegated"));
    if (!is_delegated) return;
    if (power->decision.length == 0)
        WARN("no-decision", "赋权事项没有写赋权决定（decision）", "a delegated power without its decision");
    if (power->published_on == DAY_NONE)
        WARN("no-publication", "赋权事项没有写决定的公布日期（published_on）",
             "a delegated power without the day when its decision was published (published_on)");
    if (power->evaluated_on == DAY_NONE)
        WARN("no-evaluation", "赋权事项没有写最近一次评估日期（evaluated_on）",
             "a delegated power without the day of its last evaluation (evaluated_on)");
}

#undef WARN

void list_review_list(const struct list *list, struct place place, struct problems *problems) {
    if (list->township_count == 0)
        problem_warning(problems, "no-townships", place, "清单没有写乡镇（townships），任务主送的乡镇无从核对",
                        "the list names no townships, so the addressed ones cannot be checked");
}
