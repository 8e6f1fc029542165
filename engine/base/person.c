#include <base/person.h>

#include <base/utf8.h>

enum { PAIR_BYTES = 6, CHARACTER_BYTES = 3 };

/* Pairs in their order, some thirty a line. */
static const char *const LINES[] = {
#include <base/simplified.def>
};

/* The last line that begins with this character or one before it. */
static const char *line_of(const char *character) {
    size_t low = 0, high = sizeof LINES / sizeof *LINES;
    while (high - low > 1) {
        const size_t middle = (low + high) / 2;
        if (memcmp(LINES[middle], character, CHARACTER_BYTES) <= 0)
            low = middle;
        else
            high = middle;
    }
    return LINES[low];
}

/* What stands for a character of three bytes: its simplified form, or itself. */
static const char *simplified(const char *character) {
    for (const char *pair = line_of(character); *pair; pair += PAIR_BYTES)
        if (memcmp(pair, character, CHARACTER_BYTES) == 0) return pair + CHARACTER_BYTES;
    return character;
}

static bool is_dot(int32_t point) {
    return point == '.' || point == 0xB7 || point == 0x2022 || point == 0x2027 || point == 0x30FB;
}

/* Without the office before the last slash and the remark behind; the text is folded: brackets are narrow. */
static struct str name_alone(struct str text) {
    for (size_t i = text.length; i-- > 0;)
        if (text.at[i] == '/') {
            text = (struct str){text.at + i + 1, text.length - i - 1};
            break;
        }
    const ptrdiff_t bracket = str_find(text, STR("("));
    if (bracket > 0 && text.at[text.length - 1] == ')') text.length = (size_t)bracket;
    return text;
}

struct str person_fold(struct arena *arena, struct str name) {
    const struct str folded = utf8_fold(arena, name);
    if (!folded.at) return folded;
    const struct str alone = name_alone(folded);
    char *out = arena_take(arena, alone.length + 1);
    size_t length = 0;
    if (!out) return (struct str){NULL, 0};
    for (size_t at = 0, from; at < alone.length;) {
        from = at;
        if (is_dot(utf8_next(alone, &at))) continue;
        const char *character = at - from == CHARACTER_BYTES ? simplified(alone.at + from) : alone.at + from;
        memcpy(out + length, character, at - from);
        length += at - from;
    }
    return (struct str){out, length};
}

bool person_are_two(struct str one, struct str other, bool *out) {
    struct arena arena = {0};
    const struct str first = person_fold(&arena, one), second = person_fold(&arena, other);
    const bool ok = first.at && second.at;
    *out = ok && first.length > 0 && second.length > 0 && !str_equal(first, second);
    arena_free(&arena);
    return ok;
}
