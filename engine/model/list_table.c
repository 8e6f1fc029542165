#include <model/list_table.h>

#define COLUMN(key, head, form)                                                                                                \
    { STR_INIT(key), STR_INIT(head), form, NULL }
#define WORDS(key, head, set)                                                                                                  \
    { STR_INIT(key), STR_INIT(head), TABLE_WORD, set }

/* What every kind of item may say beyond the published columns. */
#define MORE_OF_ITEM                                                                                                           \
    COLUMN("aliases", "别名", TABLE_TEXTS), COLUMN("township_actions", "乡镇动作", TABLE_TEXTS),                               \
        COLUMN("powers", "所需权力", TABLE_POWERS), COLUMN("funds.per_person_day", "每人每天经费（元）", TABLE_TEXT),          \
        COLUMN("staff.min", "最少人数", TABLE_TEXT), COLUMN("staff.skill", "人员资质", TABLE_TEXT),                            \
        COLUMN("basis", "依据", TABLE_CITES), COLUMN("valid_from", "生效日期", TABLE_TEXT),                                    \
        COLUMN("valid_to", "失效日期", TABLE_TEXT)

static const struct table_column BASIC[] = {
    COLUMN("", "序号", TABLE_NUMBER),
    COLUMN("id", "事项编号", TABLE_TEXT),
    COLUMN("field", "领域", TABLE_TEXT),
    COLUMN("name", "事项名称", TABLE_TEXT),
    COLUMN("office", "承办机构", TABLE_TEXT),
    COLUMN("township_duty", "乡镇（街道）职责", TABLE_TEXT),
    COLUMN("department", "对应上级部门", TABLE_DEPARTMENT),
    COLUMN("joint_departments", "会同部门", TABLE_DEPARTMENTS),
    COLUMN("department_duty", "上级部门职责", TABLE_TEXT),
    COLUMN("working_mode", "工作方式", TABLE_TEXT),
    MORE_OF_ITEM,
};
static const struct table_column COOPERATIVE[] = {
    COLUMN("", "序号", TABLE_NUMBER),
    COLUMN("id", "事项编号", TABLE_TEXT),
    COLUMN("field", "领域", TABLE_TEXT),
    COLUMN("name", "事项名称", TABLE_TEXT),
    COLUMN("department", "对应上级部门", TABLE_DEPARTMENT),
    COLUMN("joint_departments", "会同部门", TABLE_DEPARTMENTS),
    COLUMN("department_duty", "上级部门职责", TABLE_TEXT),
    COLUMN("township_duty", "乡镇（街道）配合职责", TABLE_TEXT),
    COLUMN("office", "承办机构", TABLE_TEXT),
    COLUMN("working_mode", "工作方式", TABLE_TEXT),
    MORE_OF_ITEM,
};
static const struct table_column RECALLED[] = {
    COLUMN("", "序号", TABLE_NUMBER),
    COLUMN("id", "事项编号", TABLE_TEXT),
    COLUMN("field", "领域", TABLE_TEXT),
    COLUMN("name", "事项名称", TABLE_TEXT),
    COLUMN("department", "承接部门", TABLE_DEPARTMENT),
    COLUMN("joint_departments", "会同部门", TABLE_DEPARTMENTS),
    COLUMN("working_mode", "工作方式", TABLE_TEXT),
    COLUMN("department_duty", "上级部门职责", TABLE_TEXT),
    COLUMN("township_duty", "乡镇（街道）职责", TABLE_TEXT),
    COLUMN("office", "承办机构", TABLE_TEXT),
    MORE_OF_ITEM,
};
static const struct table_column VILLAGE[] = {
    COLUMN("id", "村级事项编号", TABLE_TEXT),   WORDS("kind", "村级事项类别", "VILLAGE_KIND"),
    COLUMN("name", "村级事项名称", TABLE_TEXT), COLUMN("aliases", "别名", TABLE_TEXTS),
    COLUMN("basis", "依据", TABLE_CITES),       COLUMN("valid_from", "生效日期", TABLE_TEXT),
    COLUMN("valid_to", "失效日期", TABLE_TEXT),
};
static const struct table_column LIST[] = {
    COLUMN("", "项目", TABLE_TEXT),
    COLUMN("", "内容", TABLE_TEXT),
};
static const struct table_column LIST_ROWS[] = {
    COLUMN("id", "清单编号", TABLE_TEXT),         COLUMN("title", "清单名称", TABLE_TEXT),
    COLUMN("county", "县（市、区）", TABLE_TEXT), COLUMN("published_on", "公布日期", TABLE_TEXT),
    COLUMN("valid_from", "生效日期", TABLE_TEXT), COLUMN("valid_to", "失效日期", TABLE_TEXT),
    COLUMN("packs", "规则包", TABLE_TEXTS),
};
static const struct table_column DEPARTMENTS[] = {
    COLUMN("id", "部门编号", TABLE_TEXT),
    COLUMN("name", "部门名称", TABLE_TEXT),
    COLUMN("aliases", "部门别名", TABLE_TEXTS),
    WORDS("kind", "部门性质", "ISSUER_KIND"),
};
static const struct table_column TOWNSHIPS[] = {
    COLUMN("name", "乡镇（街道）名称", TABLE_TEXT),
    WORDS("type", "乡镇（街道）类型", "TOWN_TYPE"),
    COLUMN("staff", "人数", TABLE_TEXT),
    COLUMN("villages", "村（社区）数", TABLE_TEXT),
    COLUMN("travel_hours", "往返县城小时", TABLE_TEXT),
    WORDS("monitor_point", "减负监测点", "BOOL"),
};
static const struct table_column POWERS[] = {
    WORDS("power", "权力", "POWER"),
    COLUMN("matter", "权力所及事项", TABLE_TEXT),
    WORDS("mode", "持有方式", "POWER_MODE"),
    COLUMN("decision", "决定", TABLE_TEXT),
    COLUMN("published_on", "公布日期", TABLE_TEXT),
    COLUMN("evaluated_on", "评估日期", TABLE_TEXT),
    COLUMN("valid_from", "生效日期", TABLE_TEXT),
    COLUMN("valid_to", "失效日期", TABLE_TEXT),
    COLUMN("items", "限定事项编号", TABLE_TEXTS),
    COLUMN("townships", "限定乡镇（街道）", TABLE_TEXTS),
};
static const struct table_column PARAMETERS[] = {
    COLUMN("", "参数", TABLE_TEXT),
    COLUMN("value", "数值", TABLE_TEXT),
    COLUMN("published_on", "公布日期", TABLE_TEXT),
    COLUMN("valid_from", "生效日期", TABLE_TEXT),
    COLUMN("valid_to", "失效日期", TABLE_TEXT),
};
static const struct table_column WAIVERS[] = {
    COLUMN("id", "豁免编号", TABLE_TEXT),           COLUMN("rule", "规则", TABLE_TEXT),
    COLUMN("department", "部门", TABLE_DEPARTMENT), COLUMN("townships", "乡镇（街道）", TABLE_TEXTS),
    COLUMN("reason", "理由", TABLE_TEXT),           COLUMN("requested_by", "申请", TABLE_TEXT),
    COLUMN("approved_by", "批准", TABLE_TEXT),      COLUMN("valid_from", "生效日期", TABLE_TEXT),
    COLUMN("valid_to", "失效日期", TABLE_TEXT),
};

#define TABLE(section, name, columns)                                                                                          \
    { STR_INIT(section), STR_INIT(name), columns, sizeof(columns) / sizeof *(columns) }

static const struct table TABLES[TABLE_COUNT] = {
    [TABLE_LIST] = TABLE("", "清单", LIST),
    [TABLE_BASIC] = TABLE("items", "基本履职事项", BASIC),
    [TABLE_COOPERATIVE] = TABLE("items", "配合履职事项", COOPERATIVE),
    [TABLE_RECALLED] = TABLE("items", "上级部门收回事项", RECALLED),
    [TABLE_VILLAGE] = TABLE("village_items", "村级事项", VILLAGE),
    [TABLE_DEPARTMENT_LIST] = TABLE("departments", "部门", DEPARTMENTS),
    [TABLE_TOWNSHIPS] = TABLE("townships", "乡镇（街道）", TOWNSHIPS),
    [TABLE_POWERS_HELD] = TABLE("powers", "持有的权力", POWERS),
    [TABLE_PARAMETERS] = TABLE("parameters", "参数", PARAMETERS),
    [TABLE_WAIVERS] = TABLE("waivers", "豁免", WAIVERS),
};

const struct table *list_table(enum table_id id) { return &TABLES[id]; }

const struct table_column *list_table_head(size_t *count) {
    *count = sizeof LIST_ROWS / sizeof *LIST_ROWS;
    return LIST_ROWS;
}

int list_table_find(const struct table *table, struct str head) {
    for (size_t i = 0; i < table->count; i++)
        if (str_equal(table->columns[i].head, head)) return (int)i;
    return -1;
}
