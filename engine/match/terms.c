#include <base/utf8.h>
#include <match/terms.h>
#include <stdlib.h>

enum { WORD_MAX = 12 };

struct boilerplate_word {
    int32_t points[WORD_MAX];
    int length;
};

/* Office style: what notices and duty lists of every subject have in common. */
static const char *const office_words[] = {
    "关于",     "开展", "做好",     "进一步",       "加强",         "组织",     "认真",       "切实",     "落实",
    "的通知",   "的函", "转发",     "印发",         "紧急",         "工作",     "通知",       "有关",     "相关",
    "实施",     "方案", "意见",     "通告",         "召开",         "推进会",   "部署会",     "动员大会", "会议",
    "负责",     "协助", "配合",     "应当",         "根据",         "按照",     "本辖区",     "以及",     "县级",
    "主管部门", "部门", "县级以上", "本行政区域内", "乡镇人民政府", "人民政府", "街道办事处", "办公室",   "领导小组",
    "全县",     "全镇", "全国",     "各乡镇",       "明确",         "建立",     "情况",       "上报",     "报送"};

static int decode(struct str folded, int32_t *out, int max) {
    size_t offset = 0;
    int count = 0;
    for (int32_t point; count < max && (point = utf8_next(folded, &offset)) >= 0;) out[count++] = point;
    return count;
}

static int bucket_of(const struct boilerplate_word *word) { return word->points[0] & 0xFF; }

static int word_compare(const void *a, const void *b) {
    const struct boilerplate_word *x = a, *y = b;
    if (bucket_of(x) != bucket_of(y)) return bucket_of(x) - bucket_of(y);
    if (x->length != y->length) return y->length - x->length;
    return memcmp(x->points, y->points, (size_t)x->length * sizeof *x->points);
}

/* Adds a name and, when at least two characters are left, the name without 县, 镇 or 街道's last character. */
static bool add_name(struct boilerplate *boilerplate, struct str name, struct arena *arena) {
    const struct str folded = utf8_fold(arena, name);
    struct boilerplate_word word = {.length = 0};
    if (!folded.at) return false;
    word.length = decode(folded, word.points, WORD_MAX);
    if (word.length >= 2) boilerplate->words[boilerplate->count++] = word;
    word.length--;
    if (word.length >= 2) boilerplate->words[boilerplate->count++] = word;
    return true;
}

bool boilerplate_open(struct boilerplate *boilerplate, const struct str *names, size_t name_count, struct arena *arena) {
    const size_t built_in = sizeof office_words / sizeof *office_words;
    *boilerplate = (struct boilerplate){.count = 0};
    boilerplate->words = arena_take_array(arena, built_in + 2 * name_count, sizeof *boilerplate->words);
    if (!boilerplate->words) return false;
    for (size_t i = 0; i < built_in; i++) {
        struct boilerplate_word *word = &boilerplate->words[boilerplate->count++];
        word->length = decode(str_of(office_words[i]), word->points, WORD_MAX);
    }
    for (size_t i = 0; i < name_count; i++)
        if (!add_name(boilerplate, names[i], arena)) return false;
    qsort(boilerplate->words, boilerplate->count, sizeof *boilerplate->words, word_compare);
    for (size_t i = 0; i < boilerplate->count; i++) boilerplate->bucket[bucket_of(&boilerplate->words[i]) + 1]++;
    for (size_t i = 0; i < 256; i++) boilerplate->bucket[i + 1] += boilerplate->bucket[i];
    return true;
}

/* Every word has two characters at least, so most are told apart by these. */
static bool stands_at(const struct boilerplate_word *word, const int32_t *points, int left) {
    if (word->length > left || word->points[0] != points[0] || word->points[1] != points[1]) return false;
    return memcmp(word->points + 2, points + 2, (size_t)(word->length - 2) * sizeof *points) == 0;
}

/* Length of the longest such word at `points`, or 0. */
static int boilerplate_at(const struct boilerplate *boilerplate, const int32_t *points, int left) {
    const int bucket = points[0] & 0xFF;
    for (uint32_t i = boilerplate->bucket[bucket]; i < boilerplate->bucket[bucket + 1]; i++)
        if (stands_at(&boilerplate->words[i], points, left)) return boilerplate->words[i].length;
    return 0;
}

static bool is_digit(int32_t point) { return point >= '0' && point <= '9'; }

static bool is_counter(int32_t point) {
    static const int32_t counters[] = {0x5E74, 0x6708, 0x65E5, 0x53F7, 0x6B21, 0x5C4A}; /* 年 月 日 号 次 届 */
    for (size_t i = 0; i < sizeof counters / sizeof *counters; i++)
        if (point == counters[i]) return true;
    return false;
}

/* Length of a number with what it counts, or 0. */
static int number_at(const int32_t *points, int left) {
    int length = 0;
    while (length < left && is_digit(points[length])) length++;
    return length && length < left && is_counter(points[length]) ? length + 1 : length;
}

static bool is_letter(int32_t point) {
    return (point >= 0x3400 && point <= 0x9FFF) || point >= 0x20000 || (point >= 'a' && point <= 'z');
}

/* How many characters at `points` part the text; 0 when the first belongs to a word. */
static int gap_at(const struct boilerplate *boilerplate, const int32_t *points, int left) {
    if (is_digit(points[0])) return number_at(points, left);
    if (!is_letter(points[0])) return 1;
    return boilerplate_at(boilerplate, points, left);
}

/* Text as characters, and the byte at which each begins. */
struct characters {
    int32_t points[TERMS_CHARACTERS];
    uint32_t byte[TERMS_CHARACTERS + 1];
    int count;
};

static void read_characters(struct characters *characters, struct str folded) {
    size_t offset = 0;
    int count = 0;
    for (; count < TERMS_CHARACTERS && offset < folded.length; count++) {
        characters->byte[count] = (uint32_t)offset;
        characters->points[count] = utf8_next(folded, &offset);
    }
    characters->byte[count] = (uint32_t)offset;
    characters->count = count;
}

static size_t add_pairs(const struct boilerplate *boilerplate, const struct characters *text, struct term *out) {
    const int32_t *points = text->points;
    const uint32_t *byte = text->byte;
    size_t terms = 0;
    bool alone = true; /* no character of the same word stands before this one */
    int gap = text->count ? gap_at(boilerplate, points, text->count) : 0;
    for (int i = 0; i < text->count;) {
        const bool is_gap = gap > 0;
        const int from = i;
        i += is_gap ? gap : 1;
        gap = i < text->count ? gap_at(boilerplate, points + i, text->count - i) : 1;
        if (!is_gap && gap == 0)
            out[terms++] = (struct term){term_key_of_pair(points[from], points[i]), byte[from], byte[i + 1], 1};
        else if (!is_gap && alone)
            out[terms++] = (struct term){term_key_of_pair(points[from], 0), byte[from], byte[i], 1};
        alone = is_gap;
    }
    return terms;
}

static size_t add_meanings(const struct meanings *meanings, const struct characters *text, struct term *out, size_t room) {
    size_t terms = 0, words = 0;
    int behind = 0; /* the words found so far */
    if (meanings->count == 0) return 0;
    for (int i = 0; i + 1 < text->count; i++) {
        if (!meanings_may_begin(meanings, text->points + i)) continue;
        const struct meaning_word *word = meanings_at(meanings, text->points + i, text->count - i, &words);
        if (!word || i + word->length <= behind) continue;
        behind = i + word->length;
        for (size_t k = 0; k < words && terms < room; k++)
            out[terms++] =
                (struct term){term_key_of_meaning(word[k].meaning), text->byte[i], text->byte[behind], word[k].weight};
    }
    return terms;
}

size_t terms_of(const struct vocabulary *vocabulary, struct str folded, struct term out[TERMS_MAX]) {
    struct characters text;
    read_characters(&text, folded);
    const size_t pairs = add_pairs(&vocabulary->boilerplate, &text, out);
    return pairs + add_meanings(&vocabulary->meanings, &text, out + pairs, TERMS_MAX - pairs);
}

/* The text as far as its first `most` characters. */
static struct str first_characters(struct str text, size_t most) {
    enum { STEP = 256 };
    size_t offset = 0, begun = 0;
    for (; text.length - offset >= STEP && begun + STEP <= most; offset += STEP)
        begun += utf8_length((struct str){text.at + offset, STEP});
    for (; offset < text.length; offset++) {
        const bool begins = ((unsigned char)text.at[offset] & 0xC0) != 0x80;
        if (begins && begun++ == most) break;
    }
    return (struct str){text.at, offset};
}

struct str terms_fold(struct arena *arena, struct str text) {
    enum { POINTS = 2 * TERMS_CHARACTERS }; /* twice the characters, since folding drops white space */
    return utf8_fold(arena, text.length <= POINTS ? text : first_characters(text, POINTS));
}
