#include <read/import/import_text.h>

#include <base/utf8.h>
#include <model/fact.h>
#include <model/list_import.h>

bool import_contains(struct str text, const char *word) { return str_find(text, str_of(word)) >= 0; }

bool import_ends_with(struct str text, const char *word) {
    struct str end = str_of(word);
    return text.length >= end.length && str_equal((struct str){text.at + text.length - end.length, end.length}, end);
}

/* Wide letters and digits, and the narrow brackets and commas that stand among Chinese. */
static const struct {
    char narrow;
    struct str wide;
} WIDE[] = {{'(', STR_INIT("（")}, {')', STR_INIT("）")}, {',', STR_INIT("，")}, {';', STR_INIT("；")}, {':', STR_INIT("：")}};

static bool is_chinese(int32_t point) { return point >= 0x2E80; }

static size_t put_narrow(int32_t point, char *out) {
    bool is_wide_sign =
        (point >= 0xFF10 && point <= 0xFF19) || (point >= 0xFF21 && point <= 0xFF3A) || (point >= 0xFF41 && point <= 0xFF5A);
    if (is_wide_sign) out[0] = (char)(point - 0xFEE0);
    return is_wide_sign ? 1 : 0;
}

static size_t put_wide(int32_t point, char *out) {
    for (size_t i = 0; i < sizeof WIDE / sizeof *WIDE; i++)
        if (WIDE[i].narrow == point) {
            memcpy(out, WIDE[i].wide.at, WIDE[i].wide.length);
            return WIDE[i].wide.length;
        }
    return 0;
}

static bool has_chinese(struct str text) {
    size_t offset = 0;
    for (int32_t point; (point = utf8_next(text, &offset)) >= 0;)
        if (is_chinese(point)) return true;
    return false;
}

/* Whether a blank between these two says nothing. */
static bool is_idle_blank(int32_t before, struct str text, size_t offset) {
    int32_t after = utf8_next(text, &offset);
    return before < 0 || after < 0 || is_chinese(before) || is_chinese(after) || after == ' ' || after == '\n' ||
           before == '\n';
}

/* Where copying stands. */
struct copying {
    struct str text;
    size_t offset;
    int32_t before;     /* the sign copied last, -1 at first */
    bool among_chinese; /* the text has Chinese in it */
};

/* Copies one sign as it should be; returns its bytes. */
static size_t put_sign(struct copying *copying, size_t start, int32_t point, char *out) {
    bool is_blank = point == ' ' || point == 0x3000;
    if (is_blank) {
        out[0] = ' ';
        return is_idle_blank(copying->before, copying->text, copying->offset) ? 0 : 1;
    }
    size_t written = put_narrow(point, out);
    if (written == 0 && copying->among_chinese && (point == '(' || point == ')' || is_chinese(copying->before)))
        written = put_wide(point, out);
    if (written == 0) memcpy(out, copying->text.at + start, written = copying->offset - start);
    return written;
}

/* Copies with every sign as it should be; line breaks stay, or go with `joined`. No sign grows by more than three times. */
static struct str copy(struct arena *arena, struct str text, bool joined) {
    struct copying copying = {.text = text, .before = -1, .among_chinese = has_chinese(text)};
    char *out = text.length < SIZE_MAX / 3 ? arena_take(arena, text.length * 3 + 1) : NULL;
    if (!out) return (struct str){NULL, 0};
    size_t length = 0, start = 0;
    for (int32_t point; (point = utf8_next(text, &copying.offset)) >= 0; start = copying.offset) {
        if (point == '\n' && joined) point = ' ';
        size_t written = put_sign(&copying, start, point, out + length);
        if (written > 0) copying.before = point;
        length += written;
    }
    return (struct str){out, length};
}

struct str import_name(struct arena *arena, struct str text) {
    return copy(arena, text, true);
}

struct str import_lines(struct arena *arena, struct str text) {
    return copy(arena, text, false);
}

static const char CHINESE_NUMBERS[] = "一二三四五六七八九十百";

/* Bytes of the number that stands at the start, in Chinese or in digits; 0 for none. */
static size_t number_at(struct str text, bool chinese_only) {
    size_t at = 0;
    for (;;) {
        struct str sign = {text.at + at, text.length - at < 3 ? text.length - at : 3};
        bool is_chinese_number = sign.length == 3 && str_find(STR(CHINESE_NUMBERS), sign) % 3 == 0;
        bool is_digit = !chinese_only && sign.length > 0 && sign.at[0] >= '0' && sign.at[0] <= '9';
        if (!is_chinese_number && !is_digit) return at;
        at += is_chinese_number ? 3 : 1;
    }
}

/* Bytes of the sign that ends a number; 0 when what follows is none. */
static size_t number_end(struct str text, bool in_brackets) {
    static const char *const AFTER[] = {"、", "．", ".", "，", NULL}, *const CLOSING[] = {"）", ")", NULL};
    const char *const *ends = in_brackets ? CLOSING : AFTER;
    for (; *ends; ends++)
        if (str_starts_with(text, str_of(*ends))) return strlen(*ends);
    return 0;
}

static size_t numbering(struct str text, bool chinese_only) {
    size_t opened = str_starts_with(text, STR("（")) ? 3 : str_starts_with(text, STR("(")) ? 1 : 0;
    struct str rest = {text.at + opened, text.length - opened};
    size_t number = number_at(rest, chinese_only);
    if (number == 0) return 0;
    rest = (struct str){rest.at + number, rest.length - number};
    size_t end = number_end(rest, opened > 0);
    if (end == 0 && opened == 0) end = number_end(rest, true); /* 1） */
    if (end == 0) return 0;
    bool is_decimal = rest.at[0] == '.' && rest.length > 1 && rest.at[1] >= '0' && rest.at[1] <= '9'; /* 3.15 */
    return is_decimal ? 0 : opened + number + end;
}

struct str import_without_number(struct str text) {
    size_t bytes = numbering(text, false);
    /* ① to ⑳ are three bytes each, U+2460 to U+2473. */
    if (bytes == 0 && text.length > 3 && text.at[0] == '\xE2' && text.at[1] == '\x91') bytes = 3;
    return str_trim((struct str){text.at + bytes, text.length - bytes});
}

bool import_is_heading(struct str text) { return numbering(text, true) > 0; }

struct str import_without_count(struct str text) {
    static const char *const OPENING[] = {"（", "("}, *const CLOSING[] = {"项）", "项)", "条）", "条)", "件）", "件)"};
    bool is_counted = false;
    for (size_t i = 0; i < sizeof CLOSING / sizeof *CLOSING; i++) is_counted = is_counted || import_ends_with(text, CLOSING[i]);
    for (size_t i = 0; is_counted && i < 2; i++) {
        ptrdiff_t at = -1;
        for (size_t from = 0; from < text.length;) {
            ptrdiff_t next = str_find((struct str){text.at + from, text.length - from}, str_of(OPENING[i]));
            if (next < 0) break;
            at = (ptrdiff_t)from + next;
            from = (size_t)at + 1;
        }
        if (at >= 0) return str_trim((struct str){text.at, (size_t)at});
    }
    return text;
}

static bool has_any(struct str line, const char *const *words) {
    for (; *words; words++)
        if (import_contains(line, *words)) return true;
    return false;
}

bool import_names_villages(struct str text) {
    static const char *const VILLAGES[] = {"村（社区）", "村(社区)", "村级", "村居", "村（居）", "社区工作", NULL};
    return import_contains(text, "清单") && has_any(text, VILLAGES);
}

/* Words of the villages' own lists: those that no list of a township has, and those that mean it beside the villages' name. */
static int village_kind_of_line(struct str line) {
    static const char *const OWN[] = {"依法自治", "自治事项", NULL}, *const HELP[] = {"协助政府", "协助党委政府", NULL},
                             *const NOT[] = {"不应由村", "不得由村", "不由村", NULL};
    static const char *const HELP_OF_VILLAGES[] = {"协助", NULL}, *const NOT_OF_VILLAGES[] = {"负面", "禁入", "不应", NULL};
    const bool is_theirs = import_names_villages(line);
    const bool own = has_any(line, OWN), help = has_any(line, HELP) || (is_theirs && has_any(line, HELP_OF_VILLAGES)),
               not = has_any(line, NOT) || (is_theirs && has_any(line, NOT_OF_VILLAGES));
    if (own + help + not != 1) return -1;
    return IMPORT_VILLAGES + (own ? VILLAGE_AUTONOMOUS : help ? VILLAGE_ASSISTING : VILLAGE_EXCLUDED);
}

/* The bare words tell it only where they are nearly all that is said, as in the name of a worksheet. */
static int kind_of_line(struct str line) {
    static const struct {
        int kind;
        const char *word;
        size_t most; /* bytes of the line */
    } WORDS[] = {
        {ITEM_BASIC, "基本履职", SIZE_MAX},       {ITEM_BASIC, "基本事项", SIZE_MAX},       {ITEM_BASIC, "基本", 15},
        {ITEM_COOPERATIVE, "配合履职", SIZE_MAX}, {ITEM_COOPERATIVE, "配合事项", SIZE_MAX}, {ITEM_COOPERATIVE, "配合", 15},
        {ITEM_RECALLED, "部门收回", SIZE_MAX},    {ITEM_RECALLED, "收回事项", SIZE_MAX},    {ITEM_RECALLED, "收回", 15}};
    int found = village_kind_of_line(line);
    if (found >= 0) return found;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (line.length > WORDS[i].most || !import_contains(line, WORDS[i].word)) continue;
        if (found >= 0 && found != WORDS[i].kind) return -1;
        found = WORDS[i].kind;
    }
    return found;
}

int import_kind(struct str text) {
    while (text.length > 0) {
        size_t start = text.length;
        while (start > 0 && text.at[start - 1] != '\n') start--;
        int kind = kind_of_line((struct str){text.at + start, text.length - start});
        if (kind >= 0) return kind;
        text.length = start > 0 ? start - 1 : 0;
    }
    return -1;
}
