#include <rule/run/fault.h>

#include <base/str.h>
#include <stdio.h>

#define MAX_PARTS 4

/* A `*` takes what stands there, and `%1` puts the first of them. The longer before the shorter that begins alike. */
static const struct {
    const char *says, *zh;
} WORDS[] = {
    {"attempt to perform arithmetic on a * value (*)", "不能拿 %1 做算术（%2）"},
    {"attempt to perform arithmetic on a * value", "不能拿 %1 做算术"},
    {"attempt to index a * value (*)", "不能从 %1 里取字段（%2）"},
    {"attempt to index a * value", "不能从 %1 里取字段"},
    {"attempt to call a * value (*)", "不能把 %1 当函数调用（%2）"},
    {"attempt to call a * value", "不能把 %1 当函数调用"},
    {"attempt to concatenate a * value (*)", "不能把 %1 接进文字（%2）"},
    {"attempt to concatenate a * value", "不能把 %1 接进文字"},
    {"attempt to get length of a * value (*)", "不能取 %1 的长度（%2）"},
    {"attempt to get length of a * value", "不能取 %1 的长度"},
    {"attempt to compare two * values", "两个 %1 不能比大小"},
    {"attempt to compare * with *", "%1 和 %2 不能比大小"},
    {"attempt to perform 'n//0'", "除数为 0"},
    {"attempt to perform 'n%%0'", "除数为 0"},
    {"attempt to assign to const variable '*'", "“%1”不能赋值，请换一个名字"},
    {"number* has no integer representation", "数不是整数，这里要整数"},
    {"'for' * must be a number", "for 的起点、终点和步长应为数"},
    {"'for' step is zero", "for 的步长不能是 0"},
    {"table index is nil", "表的键不能是 nil"},
    {"table index is NaN", "表的键不能是 NaN"},
    {"stack overflow*", "函数互相调用太深"},
    {"unexpected symbol near *", "写法不对，在 %1 附近"},
    {"unfinished string near *", "文字没有写完，在 %1 附近"},
    {"unfinished long string (starting at line *) near *", "从第 %1 行开始的文字没有写完"},
    {"malformed number near *", "数写得不对，在 %1 附近"},
    {"invalid escape sequence *", "文字里没有这个转义写法：%1"},
    {"* expected (to close * at line *) near *", "缺 %1（与第 %3 行的 %2 成对），在 %4 附近"},
    {"* expected near *", "缺 %1，在 %2 附近"},
    {"no visible label * for goto at line *", "第 %2 行的 goto 找不到标签 %1"},
    {"break outside a loop at line *", "第 %1 行的 break 不在循环里"},
    {"too many * (limit is *)*", "%1 超过 %2 个"},
};

struct match {
    struct str part[MAX_PARTS];
    size_t count;
};

/* Whether the message is exactly of this form. A part is as short as what follows it allows. */
static bool fits(const char *form, const char *message, struct match *match) {
    match->count = 0;
    while (*form != '\0' && *form != '*') {
        if (*form++ != *message++) return false;
    }
    if (*form == '\0') return *message == '\0';
    const char *next = form + 1, *end = strchr(next, '*');
    struct str behind = {next, end != NULL ? (size_t)(end - next) : strlen(next)};
    for (const char *at = message;; at++) {
        struct str rest = str_of(at);
        bool here = end == NULL ? str_equal(rest, behind) : str_starts_with(rest, behind);
        struct match inner;
        if (here && fits(next, at, &inner) && inner.count < MAX_PARTS) {
            match->part[0] = (struct str){message, (size_t)(at - message)};
            for (size_t i = 0; i < inner.count; i++) match->part[i + 1] = inner.part[i];
            match->count = inner.count + 1;
            return true;
        }
        if (*at == '\0') return false;
    }
}

static void fill(const char *zh, const struct match *match, char *out, size_t size) {
    size_t length = 0;
    for (; *zh != '\0' && length + 1 < size; zh++) {
        size_t part = *zh == '%' ? (size_t)(zh[1] - '1') : MAX_PARTS;
        if (part >= match->count) {
            out[length++] = *zh;
            continue;
        }
        struct str text = match->part[part];
        size_t room = size - 1 - length, taken = text.length < room ? text.length : room;
        memcpy(out + length, text.at, taken);
        length += taken;
        zh++;
    }
    out[length] = '\0';
}

void fault_words(const char *message, char *out, size_t size) {
    struct match match;
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        if (!fits(WORDS[i].says, message, &match)) continue;
        fill(WORDS[i].zh, &match, out, size);
        return;
    }
    snprintf(out, size, "“%s”", message);
}
