#include <read/notice/notes.h>

#include <stdarg.h>
#include <stdio.h>

/* Room for one more of an array in the arena; at most NOTES_MOST. NULL when there is none. */
static void *make_room(struct notes *notes, void *array, size_t *capacity, size_t count, size_t size) {
    if (count < *capacity || count >= NOTES_MOST) return count < *capacity ? array : NULL;
    const size_t grown = *capacity ? 2 * *capacity : 32;
    void *moved = arena_take_array(notes->arena, grown, size);
    if (!moved) {
        notes->out_of_memory = true;
        return NULL;
    }
    if (count > 0) memcpy(moved, array, count * size);
    *capacity = grown;
    return moved;
}

void notes_prove(struct notes *notes, enum fact_id fact, struct span words) {
    const struct str text = paper_text(&notes->paper, words);
    for (size_t i = 0; i < notes->evidence_count; i++)
        if (notes->evidence[i].fact == fact && notes->evidence[i].text.at == text.at &&
            notes->evidence[i].text.length == text.length)
            return;
    void *room = make_room(notes, notes->evidence, &notes->evidence_capacity, notes->evidence_count, sizeof *notes->evidence);
    if (!room) return;
    notes->evidence = room;
    const struct paper_place place = paper_place(&notes->paper, words.first);
    notes->evidence[notes->evidence_count++] = (struct evidence){fact, text, place.line, place.column};
}

void notes_set(struct notes *notes, enum fact_id fact, struct value value, struct span words) {
    if (fact_set_has(&notes->doubted, fact)) return;
    task_set(notes->task, fact, value);
    notes_prove(notes, fact, words);
}

#if defined(__GNUC__)
__attribute__((format(printf, 2, 0)))
#endif
static struct str
format(struct notes *notes, const char *format_text, va_list arguments) {
    char text[512];
    const int length = vsnprintf(text, sizeof text, format_text, arguments);
    if (length < 0) return STR("");
    const size_t size = (size_t)length < sizeof text ? (size_t)length : sizeof text - 1;
    const struct str copied = arena_copy(notes->arena, (struct str){text, size});
    if (copied.at) return copied;
    notes->out_of_memory = true;
    return STR("");
}

void notes_doubt(struct notes *notes, enum fact_id fact, struct span words, const char *zh, const char *en, ...) {
    fact_set_add(&notes->doubted, fact);
    task_set(notes->task, fact, (struct value){.state = VALUE_ABSENT});
    void *room = make_room(notes, notes->doubts, &notes->doubt_capacity, notes->doubt_count, sizeof *notes->doubts);
    if (!room) return;
    notes->doubts = room;
    struct doubt doubt = {.fact = fact, .text = paper_text(&notes->paper, words)};
    va_list arguments;
    va_start(arguments, en);
    doubt.zh = format(notes, zh, arguments);
    va_end(arguments);
    va_start(arguments, en);
    doubt.en = format(notes, en, arguments);
    va_end(arguments);
    if (words.end > words.first) {
        const struct paper_place place = paper_place(&notes->paper, words.first);
        doubt.line = place.line;
        doubt.column = place.column;
    }
    notes->doubts[notes->doubt_count++] = doubt;
}

struct value notes_choice(enum fact_id fact, const char *name) {
    const int index = choice_find(fact_at(fact)->choices, str_of(name));
    return index < 0 ? (struct value){.state = VALUE_ABSENT} : value_number(index);
}

struct value notes_texts(struct notes *notes, const struct str *texts, size_t count) {
    struct value *items = arena_take_array(notes->arena, count, sizeof *items);
    if (!items) {
        notes->out_of_memory = true;
        return (struct value){.state = VALUE_ABSENT};
    }
    for (size_t i = 0; i < count; i++) items[i] = value_of_text(texts[i]);
    return (struct value){.items = items, .count = (uint32_t)count, .state = VALUE_GIVEN};
}

static void add_unsure(struct notes *notes) {
    struct str names[FACT_COUNT_ALL];
    size_t count = 0;
    for (size_t id = 0; id < FACT_COUNT_ALL; id++)
        if (fact_set_has(&notes->doubted, id)) names[count++] = fact_at(id)->name;
    if (count > 0) task_set(notes->task, FACT_ID_UNSURE, notes_texts(notes, names, count));
}

static bool evidence_comes_before(const struct evidence *a, const struct evidence *b) {
    if (a->fact != b->fact) return a->fact < b->fact;
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

static bool doubt_comes_before(const struct doubt *a, const struct doubt *b) {
    if (a->fact != b->fact) return a->fact < b->fact;
    return a->line != b->line ? a->line < b->line : a->column < b->column;
}

static void keep_given(struct notes *notes) {
    size_t kept = 0;
    for (size_t i = 0; i < notes->evidence_count; i++)
        if (task_knows(notes->task, notes->evidence[i].fact)) notes->evidence[kept++] = notes->evidence[i];
    notes->evidence_count = kept;
}

void notes_finish(struct notes *notes, struct notice *out) {
    add_unsure(notes);
    keep_given(notes);
    for (size_t i = 1; i < notes->evidence_count; i++) {
        const struct evidence moved = notes->evidence[i];
        size_t at = i;
        for (; at > 0 && evidence_comes_before(&moved, &notes->evidence[at - 1]); at--)
            notes->evidence[at] = notes->evidence[at - 1];
        notes->evidence[at] = moved;
    }
    for (size_t i = 1; i < notes->doubt_count; i++) {
        const struct doubt moved = notes->doubts[i];
        size_t at = i;
        for (; at > 0 && doubt_comes_before(&moved, &notes->doubts[at - 1]); at--) notes->doubts[at] = notes->doubts[at - 1];
        notes->doubts[at] = moved;
    }
    *out = (struct notice){notes->evidence, notes->evidence_count, notes->doubts, notes->doubt_count};
}

const struct mention *notes_mention(const struct notes *notes, struct span within, enum slot slot) {
    for (size_t i = 0; i < notes->mentions.count; i++) {
        const struct mention *mention = &notes->mentions.at[i];
        if (mention->span.first >= within.end) break;
        if (mention->slot == slot && mention->span.first >= within.first && mention->span.end <= within.end) return mention;
    }
    return NULL;
}
