/* import_heads.c - the words by which columns are known: this is the place to add one. */
#include <read/import/import_heads.h>

#include <base/utf8.h>
#include <model/fact.h>
#include <read/import/import_text.h>

/* The first row that fits wins. A word fits a head that contains it; with "=", one that is exactly it; "a+b", one that contains
 * both. Heads are compared without spaces, narrow and in small letters. */
static const struct {
    enum import_column column;
    const char *words;
} HEADS[] = {
    {IMPORT_ID, "=事项编号 =事项编码 =事项代码"},
    {IMPORT_NUMBER, "=序号 =编号 =序 =号 =no =no. =序列 =序次 =顺序号"},
    {IMPORT_KIND, "=清单类别 =清单类型 =履职类型 =履职类别 =事项性质"},
    {IMPORT_FUNDS, "每人每天"},
    {IMPORT_STAFF, "=最少人数 =最低人数"},
    {IMPORT_SKILL, "=人员资质 =资质要求"},
    {IMPORT_FROM, "=生效日期"},
    {IMPORT_TO, "=失效日期"},
    {IMPORT_ALIASES, "=别名 =事项别名 =又称"},
    {IMPORT_ACTIONS, "=乡镇动作"},
    {IMPORT_POWERS, "=所需权力"},
    {IMPORT_BASIS, "依据"},
    {IMPORT_JOINT, "会同部门 会同单位 配合部门 配合单位 协同部门 协助部门"},
    {IMPORT_DEPARTMENT, "承接部门 承接单位 承接主体 收回部门 收回单位"},
    {IMPORT_WORKING_MODE, "工作方式 履职方式 收回方式 承接方式"},
    {IMPORT_TOWNSHIP_DUTY, "配合职责 乡镇+职责 街道+职责 镇街+职责 乡镇+责任 乡镇+任务 属地+职责 =职责内容 =事项内容 =主要内容 "
                           "=具体内容 =工作内容 =主要职责 =工作职责"},
    {IMPORT_DEPARTMENT_DUTY, "部门+职责 上级+职责 单位+职责"},
    {IMPORT_OFFICE, "承办机构 承办科室 内设机构 责任科室 承办办公室 责任办公室 承办站所 责任站所 =办公室"},
    {IMPORT_FIELD, "领域 类别 分类 类型 板块 =一级事项 大类"},
    {IMPORT_NAME, "事项名称 履职事项 职责事项 工作事项 收回事项 配合事项 权责事项 =事项 =名称 =主要事项 =具体事项 =二级事项 "
                  "=任务名称 =职责名称"},
    {IMPORT_DEPARTMENT, "部门 牵头单位 主管单位 责任单位 上级单位"},
};

static const char *const TAKES_BACK[] = {"承接部门", "承接单位", "承接主体", "收回部门", "收回单位"};

enum { HEAD_BYTES = 90 }; /* a longer cell is no head */

/* Whether one word, up to its space, fits the head. */
static bool word_fits(struct str word, struct str head) {
    if (word.at[0] == '=') return str_equal((struct str){word.at + 1, word.length - 1}, head);
    const char *plus = memchr(word.at, '+', word.length);
    if (!plus) return str_find(head, word) >= 0;
    struct str first = {word.at, (size_t)(plus - word.at)}, second = {plus + 1, word.length - first.length - 1};
    return str_find(head, first) >= 0 && str_find(head, second) >= 0;
}

static bool words_fit(const char *words, struct str head) {
    while (*words) {
        size_t length = strcspn(words, " ");
        if (word_fits((struct str){words, length}, head)) return true;
        words += length + (words[length] == ' ');
    }
    return false;
}

static enum import_column column_of(struct str head) {
    for (size_t i = 0; head.length > 0 && i < sizeof HEADS / sizeof *HEADS; i++)
        if (words_fit(HEADS[i].words, head)) return HEADS[i].column;
    return IMPORT_UNREAD;
}

static bool takes_back(struct str head) {
    for (size_t i = 0; i < sizeof TAKES_BACK / sizeof *TAKES_BACK; i++)
        if (import_contains(head, TAKES_BACK[i])) return true;
    return false;
}

static void index_columns(struct import_heads *heads) {
    for (size_t i = 0; i < IMPORT_COLUMNS; i++) heads->at[i] = -1;
    for (size_t i = heads->count; i-- > 0;) heads->at[heads->column[i]] = (int)i;
}

static int kind_of(const struct import_heads *heads, bool back) {
    if (back || (heads->at[IMPORT_WORKING_MODE] >= 0 && heads->at[IMPORT_DEPARTMENT_DUTY] < 0)) return ITEM_RECALLED;
    if (heads->at[IMPORT_DEPARTMENT_DUTY] >= 0) return ITEM_COOPERATIVE;
    return -1;
}

/* A table of items names them, and beside them something else, unless it has only one column; a title is no such head. */
static bool is_item_table(const struct import_heads *heads, size_t filled, size_t known) {
    enum { LONE_HEAD_BYTES = 15 };
    int name = heads->at[IMPORT_NAME];
    if (name < 0 || known >= 2) return name >= 0;
    return filled == 1 && heads->head[name].length <= LONE_HEAD_BYTES && !import_ends_with(heads->head[name], "清单");
}

bool import_heads_read(const struct sheet_row *row, struct arena *scratch, struct import_heads *out, bool *out_of_memory) {
    size_t filled = 0, known = 0;
    bool back = false;
    *out = (struct import_heads){.count = row->count};
    arena_reset(scratch);
    for (size_t i = 0; i < row->count; i++) {
        struct str text = row->cells[i].text;
        if (text.length > HEAD_BYTES) return false;
        out->head[i] = text;
        struct str head = text.length > 0 ? utf8_fold(scratch, text) : STR("");
        if (!head.at) {
            *out_of_memory = true;
            return false;
        }
        out->column[i] = column_of(head);
        back = back || (out->column[i] == IMPORT_DEPARTMENT && takes_back(head));
        filled += text.length > 0 && row->cells[i].cover == SHEET_OWN;
        known += out->column[i] != IMPORT_UNREAD && row->cells[i].cover == SHEET_OWN;
    }
    index_columns(out);
    out->kind = kind_of(out, back);
    return is_item_table(out, filled, known);
}

void import_heads_refine(struct import_heads *heads, const struct import_heads *below) {
    int kind = below->kind >= 0 ? below->kind : heads->kind;
    for (size_t i = 0; i < below->count; i++) {
        if (i >= heads->count) heads->column[i] = IMPORT_UNREAD, heads->head[i] = STR("");
        if (below->column[i] == IMPORT_UNREAD) continue;
        heads->column[i] = below->column[i];
        heads->head[i] = below->head[i];
    }
    if (below->count > heads->count) heads->count = below->count;
    index_columns(heads);
    heads->kind = kind;
}

struct str import_column_key(enum import_column column) {
    static const struct str KEYS[IMPORT_COLUMNS] = {
        [IMPORT_UNREAD] = STR_INIT(""),
        [IMPORT_NUMBER] = STR_INIT("number"),
        [IMPORT_ID] = STR_INIT("id"),
        [IMPORT_KIND] = STR_INIT("kind"),
        [IMPORT_FIELD] = STR_INIT("field"),
        [IMPORT_NAME] = STR_INIT("name"),
        [IMPORT_OFFICE] = STR_INIT("office"),
        [IMPORT_DEPARTMENT] = STR_INIT("department"),
        [IMPORT_JOINT] = STR_INIT("joint_departments"),
        [IMPORT_DEPARTMENT_DUTY] = STR_INIT("department_duty"),
        [IMPORT_TOWNSHIP_DUTY] = STR_INIT("township_duty"),
        [IMPORT_WORKING_MODE] = STR_INIT("working_mode"),
        [IMPORT_ALIASES] = STR_INIT("aliases"),
        [IMPORT_ACTIONS] = STR_INIT("township_actions"),
        [IMPORT_POWERS] = STR_INIT("powers"),
        [IMPORT_FUNDS] = STR_INIT("funds.per_person_day"),
        [IMPORT_STAFF] = STR_INIT("staff.min"),
        [IMPORT_SKILL] = STR_INIT("staff.skill"),
        [IMPORT_BASIS] = STR_INIT("basis"),
        [IMPORT_FROM] = STR_INIT("valid_from"),
        [IMPORT_TO] = STR_INIT("valid_to"),
    };
    return KEYS[column];
}
