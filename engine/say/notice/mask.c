#include <say/notice/mask.h>

#include <base/utf8.h>
#include <say/notice/mask_village.h>

enum { HAN = 3, LONG_NUMBER = 7 }; /* bytes of a Chinese character; digits by which somebody can be found */

/* The surnames that most people have; those that are common words in papers (任, 和, 时, 于, 成, 方, 高, 常, 党) are left out.
 */
static const char SURNAMES[] =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾夏"
    "韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃洪武莫孔汤尤葛柯庞樊兰殷施翟倪俞季鲁耿邢骆齐祝";

/* What follows a name. */
static const struct str TITLES[] = {
    STR_INIT("书记"),   STR_INIT("副书记"), STR_INIT("镇长"), STR_INIT("乡长"),   STR_INIT("县长"),
    STR_INIT("副镇长"), STR_INIT("副乡长"), STR_INIT("主任"), STR_INIT("副主任"), STR_INIT("局长"),
    STR_INIT("副局长"), STR_INIT("科长"),   STR_INIT("股长"), STR_INIT("所长"),   STR_INIT("站长"),
    STR_INIT("部长"),   STR_INIT("队长"),   STR_INIT("组长"), STR_INIT("支书"),   STR_INIT("同志"),
    STR_INIT("先生"),   STR_INIT("女士"),   STR_INIT("局"),   STR_INIT("镇"),     STR_INIT("科")};

/* Titles that are also ends of other words, so that only one character of a name may stand before them. */
enum { PLAIN_TITLES = 22 };

/* What stands before a name. */
static const struct str MARKERS[] = {STR_INIT("我叫"),   STR_INIT("名叫"),   STR_INIT("我是"),   STR_INIT("联系人"),
                                     STR_INIT("姓名"),   STR_INIT("反映人"), STR_INIT("举报人"), STR_INIT("投诉人"),
                                     STR_INIT("经办人"), STR_INIT("签名")};

static struct str rest_of(struct str text, size_t at) { return (struct str){text.at + at, text.length - at}; }

static bool is_han(struct str text, size_t at) {
    size_t next = at;
    if (at >= text.length) return false;
    int32_t point = utf8_next(text, &next);
    return point >= 0x4E00 && point <= 0x9FFF;
}

static bool is_surname(struct str text, size_t at) {
    if (!is_han(text, at)) return false;
    for (size_t i = 0; i + HAN < sizeof SURNAMES; i += HAN)
        if (memcmp(SURNAMES + i, text.at + at, HAN) == 0) return true;
    return false;
}

static bool has_title(struct str text, size_t at) {
    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++)
        if (str_starts_with(rest_of(text, at), TITLES[i])) return true;
    return false;
}

/* Bytes of a surname and up to two characters of a name that a title follows; 0 for none. */
static size_t titled_name(struct str text, size_t at) {
    if (!is_surname(text, at)) return 0;
    for (size_t more = 0; more <= 2 * HAN; more += HAN) {
        if (more > 0 && !is_han(text, at + more)) return 0;
        if (has_title(text, at + HAN + more)) return HAN + more;
    }
    return 0;
}

/* Bytes of a name behind a marker: a surname and one or two characters, up to a sign or the end. */
static size_t marked_name(struct str text, size_t at) {
    size_t length = HAN;
    if (!is_surname(text, at)) return 0;
    while (length < 3 * HAN && is_han(text, at + length)) length += HAN;
    bool ends = at + length >= text.length || !is_han(text, at + length);
    return length > HAN && ends ? length : 0;
}

/* Bytes of the marker at a place with the colon and blanks behind it; 0 for none. */
static size_t marker_at(struct str text, size_t at) {
    static const struct str SIGNS[] = {STR_INIT("："), STR_INIT(":"), STR_INIT(" ")};
    size_t length = 0;
    for (size_t i = 0; i < sizeof MARKERS / sizeof *MARKERS && length == 0; i++)
        if (str_starts_with(rest_of(text, at), MARKERS[i])) length = MARKERS[i].length;
    for (size_t i = 0; length > 0 && i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (str_starts_with(rest_of(text, at + length), SIGNS[i])) length += SIGNS[i].length;
    return length;
}

/* The name without 镇, 乡 or 街道; empty when fewer than two characters are left. */
static struct str stem_of(struct str name) {
    static const struct str ENDS[] = {STR_INIT("街道"), STR_INIT("镇"), STR_INIT("乡")};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        size_t end = ENDS[i].length;
        if (name.length > end + HAN && str_equal(rest_of(name, name.length - end), ENDS[i]))
            return (struct str){name.at, name.length - end};
    }
    return STR("");
}

/* Whether what follows a stem of two characters makes it a place and no part of other words (重新安排 is no 新安). */
static bool is_place(struct str text, size_t at) {
    static const struct str AFTER[] = {STR_INIT("镇"),   STR_INIT("乡"),   STR_INIT("街道"), STR_INIT("政府"), STR_INIT("党委"),
                                       STR_INIT("这边"), STR_INIT("那边"), STR_INIT("一带"), STR_INIT("干部"), STR_INIT("不予"),
                                       STR_INIT("拒"),   STR_INIT("退回"), STR_INIT("反映"), STR_INIT("投诉"), STR_INIT("举报"),
                                       STR_INIT("提出"), STR_INIT("不接"), STR_INIT("未接")};
    for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++)
        if (str_starts_with(rest_of(text, at), AFTER[i])) return true;
    return false;
}

/* Bytes that a name takes up in a text that may have blanks between its characters; 0 when it does not stand there. */
static size_t loose(struct str text, size_t at, struct str name) {
    size_t from = at;
    for (size_t i = 0; i < name.length;) {
        size_t next = i, end = at;
        if (at >= text.length) return 0;
        const int32_t wanted = utf8_next(name, &next), found = utf8_next(text, &end);
        const bool is_blank = found == ' ' || found == 0x3000 || found == 0xA0 || (found >= 0x200B && found <= 0x200D);
        if (found != wanted && !(is_blank && i > 0)) return 0;
        at = end;
        if (found == wanted) i = next;
    }
    return at - from;
}

/* Bytes of a township's name at a place, the longest; 0 for none. `is_edge`: a name may begin here for certain. */
static size_t township_at(struct str text, size_t at, bool is_edge, const struct list *list) {
    size_t longest = 0;
    for (size_t i = 0; list && i < list->township_count; i++) {
        const struct str name = list->townships[i].name, stem = stem_of(name);
        const size_t whole = loose(text, at, name), part = stem.length > 0 ? loose(text, at, stem) : 0;
        if (whole > longest) longest = whole;
        if (part > longest && (stem.length > 2 * HAN || is_edge || is_place(text, at + part))) longest = part;
    }
    return longest;
}

static size_t digits_at(struct str text, size_t at) {
    size_t count = 0;
    while (at + count < text.length && text.at[at + count] >= '0' && text.at[at + count] <= '9') count++;
    return count;
}

/* Writes what stands for a township or a village at a place; its bytes, or 0 when there is none. */
static size_t mask_place(struct buf *out, struct str text, size_t at, bool is_edge, const struct list *list) {
    const size_t township = township_at(text, at, is_edge, list);
    const size_t village = township > 0 ? 0 : mask_village_at(text, at, is_edge);
    if (township > 0) buf_put_text(out, "某乡镇");
    if (village == 0) return township;
    const size_t end = mask_village_end(text, at + village);
    buf_put_text(out, "某");
    buf_put(out, (struct str){text.at + at + village, end});
    return village + end;
}

/* Writes what stands for a name or number at a place; its bytes, or 0 when there is none. */
static size_t mask_at(struct buf *out, struct str text, size_t at, bool is_marked) {
    const size_t digits = digits_at(text, at);
    if (digits >= LONG_NUMBER) buf_put_text(out, "×××");
    if (digits >= LONG_NUMBER) return digits;
    size_t name = is_marked ? marked_name(text, at) : 0;
    if (name == 0) name = titled_name(text, at);
    if (name > 0) buf_put_text(out, name == HAN ? "某" : "某某");
    return name;
}

/* What may not be masked and stays: a marker of names, a word before places, or one character. */
static size_t keep_at(struct buf *out, struct str text, size_t at, bool *is_marked, bool *is_edge) {
    const size_t marker = marker_at(text, at), edge = mask_village_edge(text, at);
    size_t next = at;
    (void)utf8_next(text, &next);
    const size_t taken = marker > 0 ? marker : edge > 0 ? edge : next - at;
    buf_put(out, (struct str){text.at + at, taken});
    *is_marked = marker > 0;
    *is_edge = edge > 0 || !is_han(text, at);
    return taken;
}

void mask_names(struct buf *out, struct str words, const struct list *list) {
    bool is_marked = false, is_edge = true;
    for (size_t at = 0; at < words.length;) {
        size_t taken = mask_at(out, words, at, is_marked);
        if (taken == 0) taken = mask_place(out, words, at, is_edge, list);
        const bool is_masked = taken > 0;
        if (!is_masked) taken = keep_at(out, words, at, &is_marked, &is_edge);
        if (is_masked) is_marked = false;
        if (is_masked) is_edge = true;
        at += taken;
    }
}

void mask_townships(struct buf *out, struct str words, const struct list *list) {
    bool is_marked = false, is_edge = true;
    for (size_t at = 0; at < words.length;) {
        const size_t township = township_at(words, at, is_edge, list);
        if (township > 0) buf_put_text(out, "某乡镇");
        at += township > 0 ? township : keep_at(out, words, at, &is_marked, &is_edge);
        if (township > 0) is_edge = true;
    }
}

void mask_places(struct buf *out, struct str words, const struct list *list) {
    bool is_marked = false, is_edge = true;
    for (size_t at = 0; at < words.length;) {
        const size_t place = mask_place(out, words, at, is_edge, list);
        at += place > 0 ? place : keep_at(out, words, at, &is_marked, &is_edge);
        if (place > 0) is_edge = true;
    }
}
