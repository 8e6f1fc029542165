/* task_head.c - the words by which columns of tasks are known: this is the place to add one. */
#include <read/task/task_head.h>

#include <model/fact.h>

/* Beside the names and labels of the fact table. */
static const struct {
    enum fact_id fact;
    const char *words;
} WORDS[] = {
    {FACT_ID_ID, "收文编号 收文号 登记号 登记编号 流水号 来文编号 任务编号 任务号 督办编号 ID"},
    {FACT_ID_TITLE, "来文标题 文件标题 文件名称 来文名称 题名 公文标题 任务名称 任务标题 交办事项"},
    {FACT_ID_BODY, "文件正文 来文正文 全文"},
    {FACT_ID_DOCUMENT_NUMBER, "文号 发文字号 来文文号 文件字号 文件编号 文件号 字号"},
    {FACT_ID_DOCUMENT_FORM, "文种 来文类型 文件类型"},
    {FACT_ID_DOCUMENT_DATE, "发文日期 印发日期 落款日期 发文时间 印发时间"},
    {FACT_ID_ISSUER_NAME, "来文机关 来文部门 发文单位 发文机关 发文部门 交办单位 交办部门 下达单位 布置单位"},
    {FACT_ID_TOWNSHIPS, "收文单位 接收单位 主送单位 主送 接收乡镇 承办乡镇 责任乡镇 下达乡镇 乡镇 乡镇街道 主送镇街 镇街"},
    {FACT_ID_RECEIVED_AT, "收文日期 收文时间 收到日期 接收日期 接收时间 签收时间 签收日期"},
    {FACT_ID_DUE_AT,
     "办结时限 办理时限 办结期限 办理期限 完成期限 截止日期 截止时间 报送时限 报送期限 反馈时限 限办时间 要求完成时间 "
     "要求办结时间 要求反馈时间"},
};

static const char *const IDLE[] = {"序号", "序",       "号",       "备注",   "附件",   "份数",    "页数",
                                   "密级", "紧急程度", "缓急",     "状态",   "承办人", "经办人",  "办理情况",
                                   "批示", "拟办意见", "领导批示", "登记人", "签收人", "承办科室"};

/* Without blanks, as heads are compared. */
static const char *const EXPORTED[] = {"结论",    "按哪天的规定", "现状",  "登记时间",  "行",  "校验码",
                                       "verdict", "asof",         "state", "enteredat", "row", "hash"};

enum { HEAD_BYTES = 120 }; /* a longer cell is no head */

static bool ends_with(struct str text, struct str ending) {
    return text.length >= ending.length && memcmp(text.at + text.length - ending.length, ending.at, ending.length) == 0;
}

/* Up to the bracket that a remark at the end stands in. */
static struct str without_remark(struct str text) {
    if (!ends_with(text, STR("）")) && !ends_with(text, STR(")"))) return text;
    ptrdiff_t wide = str_find(text, STR("（")), narrow = str_find(text, STR("("));
    ptrdiff_t at = wide < 0 || (narrow >= 0 && narrow < wide) ? narrow : wide;
    return at > 0 ? (struct str){text.at, (size_t)at} : text;
}

/* The head without what does not count; empty when it is too long for one. */
static struct str plain(struct str head, char room[HEAD_BYTES]) {
    size_t length = 0;
    if (head.length > HEAD_BYTES) return STR("");
    for (size_t i = 0; i < head.length; i++)
        if ((unsigned char)head.at[i] > ' ' && !(length == 0 && head.at[i] == '*')) room[length++] = head.at[i];
    return without_remark((struct str){room, length});
}

static bool is_word_of(const char *words, struct str head) {
    while (*words) {
        size_t length = strcspn(words, " ");
        if (str_equal((struct str){words, length}, head)) return true;
        words += length + (words[length] == ' ');
    }
    return false;
}

static int fact_of(struct str head) {
    int fact = fact_find_label(head);
    if (fact >= 0) return absence_is_stated(fact_at((size_t)fact)->absence) ? fact : TASK_COLUMN_UNREAD;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (is_word_of(WORDS[i].words, head)) return (int)WORDS[i].fact;
    return TASK_COLUMN_UNREAD;
}

int task_head_find(struct str head) {
    char room[HEAD_BYTES];
    struct str text = plain(head, room);
    if (text.length == 0) return TASK_COLUMN_UNREAD;
    if (str_equal(text, STR("全部要素")) || str_equal(text, STR("facts"))) return TASK_COLUMN_FACTS;
    return str_equal(text, STR("format")) ? TASK_COLUMN_FORMAT : fact_of(text);
}

bool task_head_is_idle(struct str head) {
    char room[HEAD_BYTES];
    struct str text = plain(head, room);
    for (size_t i = 0; i < sizeof IDLE / sizeof *IDLE; i++)
        if (str_equal(text, str_of(IDLE[i]))) return true;
    return text.length == 0;
}

bool task_head_is_exported(struct str head) {
    char room[HEAD_BYTES];
    const struct str text = plain(head, room);
    for (size_t i = 0; i < sizeof EXPORTED / sizeof *EXPORTED; i++)
        if (str_equal(text, str_of(EXPORTED[i]))) return true;
    return false;
}
