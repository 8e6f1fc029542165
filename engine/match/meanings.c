#include <base/utf8.h>
#include <match/meanings.h>
#include <stdlib.h>

struct meaning_slot {
    uint64_t key;
    uint32_t first, count; /* of the words; count 0 = free */
};

static int compare_words(const void *left, const void *right) {
    const struct meaning_word *a = left, *b = right;
    const uint64_t x = meanings_key(a->points), y = meanings_key(b->points);
    if (x != y) return x < y ? -1 : 1;
    if (a->length != b->length) return b->length - a->length;
    const int order = memcmp(a->points, b->points, (size_t)a->length * sizeof *a->points);
    return order ? order : (a->meaning > b->meaning) - (a->meaning < b->meaning);
}

static struct meaning_slot *slot_of(const struct meanings *meanings, uint64_t key) {
    size_t at = meanings_hash(key) & meanings->slot_mask;
    while (meanings->slots[at].count && meanings->slots[at].key != key) at = (at + 1) & meanings->slot_mask;
    return &meanings->slots[at];
}

static bool add_word(struct meanings *meanings, const struct thesaurus_word *word, struct arena *arena) {
    const struct str folded = utf8_fold(arena, word->text);
    int32_t *points = folded.at ? arena_take_array(arena, folded.length + 1, sizeof *points) : NULL;
    if (!points) return false;
    size_t offset = 0;
    int length = 0;
    for (int32_t point; (point = utf8_next(folded, &offset)) >= 0;) points[length++] = point;
    if (length >= 2)
        meanings->words[meanings->count++] =
            (struct meaning_word){points, length, word->meaning, (float)word->weight / 1000000.0F};
    return true;
}

static void fill_slots(struct meanings *meanings) {
    for (size_t i = 0; i < meanings->count; i++) {
        const uint64_t key = meanings_key(meanings->words[i].points);
        struct meaning_slot *slot = slot_of(meanings, key);
        if (slot->count == 0) *slot = (struct meaning_slot){.key = key, .first = (uint32_t)i};
        slot->count++;
        const size_t bit = meanings_hash(key) & meanings->begun_mask;
        meanings->begun[bit / 64] |= UINT64_C(1) << (bit % 64);
    }
}

bool meanings_open(struct meanings *meanings, const struct thesaurus *thesaurus, struct arena *arena) {
    const size_t words = thesaurus ? thesaurus->word_count : 0;
    size_t slots = 64;
    while (slots < 4 * words) slots *= 2;
    *meanings = (struct meanings){.slot_mask = slots - 1, .begun_mask = 2 * slots - 1};
    meanings->words = arena_take_array(arena, words, sizeof *meanings->words);
    meanings->slots = arena_take_array(arena, slots, sizeof *meanings->slots);
    meanings->begun = arena_take_array(arena, slots / 32, sizeof *meanings->begun);
    if (!meanings->words || !meanings->slots || !meanings->begun) return false;
    for (size_t i = 0; i < words; i++)
        if (!add_word(meanings, &thesaurus->words[i], arena)) return false;
    if (meanings->count > 1) qsort(meanings->words, meanings->count, sizeof *meanings->words, compare_words);
    fill_slots(meanings);
    return true;
}

/* Of words that begin as the text does with two characters. */
static bool stands_at(const struct meaning_word *word, const int32_t *points, int left) {
    return word->length <= left && memcmp(word->points + 2, points + 2, (size_t)(word->length - 2) * sizeof *points) == 0;
}

const struct meaning_word *meanings_at(const struct meanings *meanings, const int32_t *points, int left, size_t *count) {
    const struct meaning_slot *slot = slot_of(meanings, meanings_key(points));
    for (size_t i = 0; i < slot->count; i++) {
        const struct meaning_word *word = &meanings->words[slot->first + i];
        if (!stands_at(word, points, left)) continue;
        *count = 1;
        while (i + *count < slot->count && word[*count].length == word->length && stands_at(&word[*count], points, left))
            ++*count;
        return word;
    }
    return NULL;
}
