#include <say/notice/mask_village.h>

#include <base/utf8.h>

enum { HAN = 3, MOST = 4 }; /* bytes of a Chinese character; characters of a name */

static struct str rest_of(struct str text, size_t at) { return (struct str){text.at + at, text.length - at}; }

static bool is_han(struct str text, size_t at) {
    size_t next = at;
    if (at >= text.length) return false;
    const int32_t point = utf8_next(text, &next);
    return point >= 0x4E00 && point <= 0x9FFF;
}

static size_t longest_of(struct str text, size_t at, const struct str *words, size_t count) {
    size_t longest = 0;
    for (size_t i = 0; i < count; i++)
        if (words[i].length > longest && str_starts_with(rest_of(text, at), words[i])) longest = words[i].length;
    return longest;
}

/* Verbs of titles, and words that part one thing from the next. */
static const struct str VERBS[] = {
    STR_INIT("关于"), STR_INIT("商请"), STR_INIT("提请"), STR_INIT("函请"), STR_INIT("恳请"), STR_INIT("核实"),
    STR_INIT("核查"), STR_INIT("报送"), STR_INIT("上报"), STR_INIT("填报"), STR_INIT("开展"), STR_INIT("摸清"),
    STR_INIT("摸排"), STR_INIT("排查"), STR_INIT("做好"), STR_INIT("推进"), STR_INIT("加强"), STR_INIT("组织"),
    STR_INIT("检查"), STR_INIT("督查"), STR_INIT("督促"), STR_INIT("督导"), STR_INIT("指导"), STR_INIT("落实"),
    STR_INIT("调整"), STR_INIT("调查"), STR_INIT("统计"), STR_INIT("收集"), STR_INIT("征集"), STR_INIT("征求"),
    STR_INIT("召开"), STR_INIT("举办"), STR_INIT("参加"), STR_INIT("配合"), STR_INIT("协助"), STR_INIT("支持"),
    STR_INIT("帮助"), STR_INIT("解决"), STR_INIT("处理"), STR_INIT("处置"), STR_INIT("整治"), STR_INIT("整改"),
    STR_INIT("清理"), STR_INIT("完善"), STR_INIT("建立"), STR_INIT("设立"), STR_INIT("成立"), STR_INIT("申报"),
    STR_INIT("推荐"), STR_INIT("评选"), STR_INIT("表彰"), STR_INIT("通报"), STR_INIT("印发"), STR_INIT("转发"),
    STR_INIT("下达"), STR_INIT("安排"), STR_INIT("部署"), STR_INIT("启动"), STR_INIT("实施"), STR_INIT("建设"),
    STR_INIT("打造"), STR_INIT("创建"), STR_INIT("验收"), STR_INIT("考核"), STR_INIT("调研"), STR_INIT("走访"),
    STR_INIT("慰问"), STR_INIT("抽查"), STR_INIT("巡查"), STR_INIT("复核"), STR_INIT("审核"), STR_INIT("确认"),
    STR_INIT("明确"), STR_INIT("规范"), STR_INIT("禁止"), STR_INIT("涉及"), STR_INIT("包括"), STR_INIT("位于"),
    STR_INIT("有关"), STR_INIT("以及"), STR_INIT("批复"), STR_INIT("同意"), STR_INIT("撤并"), STR_INIT("合并"),
    STR_INIT("或者"), STR_INIT("应当"), STR_INIT("负责"), STR_INIT("引导"), STR_INIT("利用"), STR_INIT("依托"),
    STR_INIT("推动"), STR_INIT("提高"), STR_INIT("制定"), STR_INIT("修改"), STR_INIT("确定"), STR_INIT("保障"),
    STR_INIT("保护"), STR_INIT("抓好"), STR_INIT("监督"), STR_INIT("防止"), STR_INIT("通过"), STR_INIT("交办"),
    STR_INIT("跟进"), STR_INIT("继续"), STR_INIT("召集"), STR_INIT("要求"), STR_INIT("我们"), STR_INIT("我"),
    STR_INIT("你"),   STR_INIT("县"),   STR_INIT("镇"),   STR_INIT("乡"),   STR_INIT("街道")};
static const struct str SMALL[] = {STR_INIT("对"), STR_INIT("在"), STR_INIT("到"), STR_INIT("至"), STR_INIT("和"),
                                   STR_INIT("与"), STR_INIT("及"), STR_INIT("向"), STR_INIT("给"), STR_INIT("由"),
                                   STR_INIT("请"), STR_INIT("将"), STR_INIT("把"), STR_INIT("为"), STR_INIT("赴"),
                                   STR_INIT("从"), STR_INIT("的"), STR_INIT("等"), STR_INIT("以"), STR_INIT("让"),
                                   STR_INIT("使"), STR_INIT("叫"), STR_INIT("应"), STR_INIT("是")};

/* What stands before 村 and 社区 in words that name no place; and behind 村 in words that are none. */
static const struct str GENERIC[] = {
    STR_INIT("一"),   STR_INIT("名"),   STR_INIT("农"),   STR_INIT("乡"),   STR_INIT("驻"),   STR_INIT("全"),
    STR_INIT("各"),   STR_INIT("本"),   STR_INIT("该"),   STR_INIT("每"),   STR_INIT("数"),   STR_INIT("个"),
    STR_INIT("镇"),   STR_INIT("包"),   STR_INIT("联"),   STR_INIT("村"),   STR_INIT("进"),   STR_INIT("入"),
    STR_INIT("智慧"), STR_INIT("行政"), STR_INIT("示范"), STR_INIT("文明"), STR_INIT("贫困"), STR_INIT("脱贫"),
    STR_INIT("重点"), STR_INIT("试点"), STR_INIT("中心"), STR_INIT("空心"), STR_INIT("美丽"), STR_INIT("特色"),
    STR_INIT("自然"), STR_INIT("集体"), STR_INIT("薄弱"), STR_INIT("涣散"), STR_INIT("先进"), STR_INIT("后进"),
    STR_INIT("帮扶"), STR_INIT("卫生"), STR_INIT("宜居"), STR_INIT("城市"), STR_INIT("居民"), STR_INIT("平安"),
    STR_INIT("无访"), STR_INIT("无讼"), STR_INIT("民主"), STR_INIT("法治"), STR_INIT("旅游"), STR_INIT("样板"),
    STR_INIT("街道"), STR_INIT("辖区"), STR_INIT("、")};
static const struct str PLAIN_TAILS[] = {STR_INIT("镇"),   STR_INIT("道"), STR_INIT("账"), STR_INIT("戒毒"), STR_INIT("矫正"),
                                         STR_INIT("康复"), STR_INIT("级"), STR_INIT("庄"), STR_INIT("规"),   STR_INIT("务"),
                                         STR_INIT("容"),   STR_INIT("居"), STR_INIT("企"), STR_INIT("医"),   STR_INIT("里"),
                                         STR_INIT("落"),   STR_INIT("晚"), STR_INIT("超")};

/* Behind 村 and 社区 in words that are more often none of a place: only where a name may begin for certain. */
static const struct str SOFT_TAILS[] = {STR_INIT("民"),   STR_INIT("戒毒"), STR_INIT("矫正"), STR_INIT("康复"),
                                        STR_INIT("治理"), STR_INIT("服务"), STR_INIT("教育"), STR_INIT("养老"),
                                        STR_INIT("网格"), STR_INIT("体系"), STR_INIT("卫生"), STR_INIT("工作"),
                                        STR_INIT("建设"), STR_INIT("干部")};

#define FIND(text, at, words) longest_of(text, at, words, sizeof(words) / sizeof *(words))

size_t mask_village_edge(struct str text, size_t at) {
    const size_t verb = FIND(text, at, VERBS);
    return verb > 0 ? verb : FIND(text, at, SMALL);
}

size_t mask_village_end(struct str text, size_t at) {
    static const struct str ENDS[] = {STR_INIT("村"), STR_INIT("社区"), STR_INIT("居委会"), STR_INIT("屯"), STR_INIT("寨")};
    const size_t end = FIND(text, at, ENDS);
    const struct str tail = rest_of(text, at + end);
    if (end == 0 || FIND(text, at + end, PLAIN_TAILS) > 0) return 0;
    const bool is_people =
        str_starts_with(tail, STR("民")) && !str_starts_with(tail, STR("民委")) && !str_starts_with(tail, STR("民小"));
    return is_people ? 0 : end;
}

static bool ends_generic(struct str name) {
    if (FIND(name, name.length - HAN, SMALL) > 0) return true;
    for (size_t i = 0; i < sizeof GENERIC / sizeof *GENERIC; i++)
        if (name.length >= GENERIC[i].length &&
            str_equal((struct str){name.at + name.length - GENERIC[i].length, GENERIC[i].length}, GENERIC[i]))
            return true;
    return false;
}

/* Whether so many characters from a place are a name: Chinese throughout, an ending behind them, no verb among them. */
static bool is_name(struct str text, size_t at, size_t characters) {
    for (size_t i = 0; i < characters; i++)
        if (!is_han(text, at + i * HAN) || FIND(text, at + i * HAN, VERBS) > 0) return false;
    const struct str name = {text.at + at, characters * HAN};
    return mask_village_end(text, at + name.length) > 0 && !ends_generic(name);
}

size_t mask_village_at(struct str text, size_t at, bool is_edge) {
    const bool is_small = FIND(text, at, SMALL) > 0; /* 和平村 is a name, 和下塅村 begins with a word */
    for (size_t characters = 1; is_edge && characters <= (is_small ? 2 : MOST); characters++)
        if (is_name(text, at, characters)) return characters * HAN;
    if (is_edge || !is_name(text, at, MOST - 1)) return 0;
    const size_t end = at + (MOST - 1) * HAN;
    return FIND(text, end + mask_village_end(text, end), SOFT_TAILS) > 0 ? 0 : end - at;
}
