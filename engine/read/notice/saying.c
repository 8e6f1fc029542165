/* saying.c - compiles sayings.def. */
#include <read/notice/saying.h>

#include <base/alloc.h>
#include <base/utf8.h>
#include <read/list/written.h>

#define GAP_CLAUSE 14
#define GAP_SENTENCE 48
#define WORDS_MOST 8192
#define CLASSES_MOST 4096

struct group_row {
    const char *name, *words;
};

struct saying_row {
    const char *fact, *gives;
    enum saying_who who;
    const char *pattern;
};

static const struct group_row GROUPS[] = {
#define GROUP(name, words) {name, words},
#define SAYING(fact, gives, who, pattern)
#include <read/notice/sayings.def>
#undef GROUP
#undef SAYING
};

static const struct saying_row ROWS[] = {
#define GROUP(name, words)
#define SAYING(fact, gives, who, pattern) {fact, gives, WHO_##who, pattern},
#include <read/notice/sayings.def>
#undef GROUP
#undef SAYING
};

#define GROUP_COUNT (sizeof GROUPS / sizeof *GROUPS)
#define ROW_COUNT (sizeof ROWS / sizeof *ROWS)

static const char *const SLOT_NAMES[] = {
#define SLOT(id, name) "$" name,
    MENTION_SLOTS(SLOT)
#undef SLOT
};

/* One class of a word. */
struct membership {
    uint32_t word; /* or, from WORDS_MOST on, a slot */
    uint16_t class;
};

struct compiler {
    struct sayings *out;
    struct names classes; /* by the text of their alternatives */
    struct membership *members;
    size_t member_count, member_capacity;
    struct quanze_error *error;
};

static struct str cut(struct str *rest, char mark) {
    const char *end = memchr(rest->at, mark, rest->length);
    const struct str piece = {rest->at, end ? (size_t)(end - rest->at) : rest->length};
    const size_t used = piece.length + (end ? 1 : 0);
    *rest = (struct str){rest->at + used, rest->length - used};
    return piece;
}

static bool refuse(struct compiler *compiler, struct str what) {
    error_set(compiler->error, QUANZE_INTERNAL, "sayings.def 中“%.*s”写得不对", "sayings.def: \"%.*s\" is not well made",
              (int)what.length, what.at);
    return false;
}

static bool fail_memory(struct compiler *compiler) {
    error_memory(compiler->error);
    return false;
}

static bool add_member(struct compiler *compiler, uint32_t word, uint16_t class) {
    struct membership *members =
        alloc_grow(compiler->members, &compiler->member_capacity, compiler->member_count + 1, sizeof *members);
    if (!members) return fail_memory(compiler);
    compiler->members = members;
    members[compiler->member_count++] = (struct membership){word, class};
    return true;
}

static const struct group_row *find_group(struct str name) {
    for (size_t i = 0; i < GROUP_COUNT; i++)
        if (str_equal(str_of(GROUPS[i].name), name)) return &GROUPS[i];
    return NULL;
}

static bool add_slot(struct compiler *compiler, struct str name, uint16_t class) {
    for (uint32_t slot = 0; slot < SLOT_COUNT; slot++)
        if (str_equal(str_of(SLOT_NAMES[slot]), name)) return add_member(compiler, WORDS_MOST + slot, class);
    return refuse(compiler, name);
}

static bool add_word(struct compiler *compiler, struct str text, uint16_t class) {
    uint32_t word;
    if (text.length == 0) return refuse(compiler, STR("|"));
    if (!lexicon_add(&compiler->out->lexicon, text, &word)) return fail_memory(compiler);
    return word < WORDS_MOST ? add_member(compiler, word, class) : refuse(compiler, text);
}

/* The words of "报送|<hand>|$time"; groups may not name groups. */
static bool add_words(struct compiler *compiler, struct str words, uint16_t class, bool may_nest) {
    while (words.length > 0) {
        const struct str word = cut(&words, '|');
        bool added;
        if (word.length > 2 && word.at[0] == '<') {
            const struct group_row *group = find_group((struct str){word.at + 1, word.length - 2});
            added = group && may_nest ? add_words(compiler, str_of(group->words), class, false) : refuse(compiler, word);
        } else {
            added = word.length > 1 && word.at[0] == '$' ? add_slot(compiler, word, class) : add_word(compiler, word, class);
        }
        if (!added) return false;
    }
    return true;
}

/* The class of an alternation; the same text is the same class. */
static bool find_class(struct compiler *compiler, struct str words, uint16_t *out) {
    const int known = names_find(&compiler->classes, words);
    if (known >= 0) {
        *out = (uint16_t)known;
        return true;
    }
    if (compiler->out->class_count >= CLASSES_MOST) return refuse(compiler, words);
    *out = (uint16_t)compiler->out->class_count++;
    names_add(&compiler->classes, words, *out);
    return add_words(compiler, words, *out, true);
}

/* "…" and "……" before an element; a blank alone means that it follows at once. */
static uint8_t read_gap(struct str piece) {
    if (str_equal(piece, STR("…"))) return GAP_CLAUSE;
    return str_equal(piece, STR("……")) ? GAP_SENTENCE : 0;
}

static bool is_captured(struct str piece) { return piece.at[0] == '$' || piece.at[0] == '@'; }

static bool read_element(struct compiler *compiler, struct str piece, struct element *element) {
    if (str_equal(piece, STR("$phrase"))) {
        element->kind = ELEMENT_PHRASE;
        return true;
    }
    if (str_equal(piece, STR("$sentence"))) {
        element->kind = ELEMENT_SENTENCE;
        return true;
    }
    if (piece.at[0] == '@') piece = (struct str){piece.at + 1, piece.length - 1};
    return find_class(compiler, piece, &element->class);
}

static bool read_pattern(struct compiler *compiler, const struct saying_row *row, struct saying *saying) {
    struct str rest = str_of(row->pattern);
    uint8_t gap = 0;
    while (rest.length > 0) {
        const struct str piece = cut(&rest, ' ');
        const uint8_t wider = read_gap(piece);
        if (wider > 0) {
            gap = wider;
            continue;
        }
        if (piece.length == 0 || saying->count == SAYING_ELEMENTS) return refuse(compiler, str_of(row->pattern));
        struct element *element = &saying->elements[saying->count++];
        *element = (struct element){.gap = gap, .captured = is_captured(piece)};
        gap = 0;
        if (!read_element(compiler, piece, element)) return false;
    }
    const bool begins_well = saying->count > 0 && saying->elements[0].kind == ELEMENT_WORDS;
    return begins_well || refuse(compiler, str_of(row->pattern));
}

/* "demands.forms.media": the fact, and the field where the fact is one of records. */
static bool read_target(struct compiler *compiler, const char *path, struct saying *saying) {
    const struct str name = str_of(path);
    int fact = fact_find(name);
    saying->field = -1;
    if (fact < 0) {
        size_t dot = name.length;
        while (dot > 0 && name.at[dot - 1] != '.') dot--;
        fact = dot > 1 ? fact_find((struct str){name.at, dot - 1}) : -1;
        if (fact < 0) return refuse(compiler, name);
        const struct fact_info *info = fact_at((size_t)fact);
        for (size_t i = 0; i < info->field_count; i++)
            if (str_equal(info->fields[i].name, (struct str){name.at + dot, name.length - dot})) saying->field = (int)i;
        if (saying->field < 0) return refuse(compiler, name);
    }
    saying->fact = (enum fact_id)fact;
    return true;
}

static bool read_constant(struct compiler *compiler, struct str text, struct saying *saying) {
    const struct fact_info *info = fact_at(saying->fact);
    const struct field_info *field = saying->field >= 0 ? &info->fields[saying->field] : NULL;
    enum fact_type type = field ? field->type : info->type;
    const struct choices choices = field ? field->choices : info->choices;
    if (type == FACT_TEXTS) type = FACT_TEXT;
    if (type == FACT_CHOICES) type = FACT_CHOICE;
    saying->gives = GIVES_VALUE;
    if (str_equal(text, STR("none"))) {
        saying->value.state = VALUE_NONE;
        return true;
    }
    return written_read(type, choices, text, &saying->value) || refuse(compiler, text);
}

/* "$1", "$1/" (a list), "$0" (the words themselves), "$before", "$before/"; anything else is a value. */
static bool read_gives(struct compiler *compiler, const struct saying_row *row, struct saying *saying) {
    struct str text = str_of(row->gives);
    if (row->who == WHO_HINT) return true;
    if (text.length < 2 || text.at[0] != '$') return read_constant(compiler, text, saying);
    saying->is_split = text.at[text.length - 1] == '/';
    saying->is_long = text.at[text.length - 1] == '+';
    if (saying->is_split || saying->is_long) text.length--;
    if (str_equal(text, STR("$before"))) {
        saying->gives = GIVES_BEFORE;
        return true;
    }
    size_t captured = 0;
    for (size_t i = 0; i < saying->count; i++) captured += saying->elements[i].captured;
    const size_t wanted = (size_t)(text.at[1] - '0');
    if (text.length != 2 || wanted > captured || captured > SAYING_CAPTURES) return refuse(compiler, str_of(row->pattern));
    saying->gives = wanted == 0 ? GIVES_WORD : GIVES_CAPTURE;
    saying->capture = (uint8_t)(wanted == 0 ? 0 : wanted - 1);
    return true;
}

static bool compile_rows(struct compiler *compiler) {
    struct sayings *out = compiler->out;
    out->at = arena_take_array(&out->arena, ROW_COUNT, sizeof *out->at);
    if (!out->at) return fail_memory(compiler);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        struct saying *saying = &out->at[out->count++];
        saying->who = ROWS[i].who;
        if (!read_target(compiler, ROWS[i].fact, saying) || !read_pattern(compiler, &ROWS[i], saying) ||
            !read_gives(compiler, &ROWS[i], saying))
            return false;
    }
    return true;
}

static bool compile_classes(struct compiler *compiler) {
    static const struct {
        enum saying_class class;
        const char *words;
    } OWN[] = {{CLASS_TOWN, "<town>"},       {CLASS_DEPT, "<dept>"}, {CLASS_NOT, "<not>"},
               {CLASS_NOT_FAR, "<not-far>"}, {CLASS_IF, "<if>"},     {CLASS_MUTE, "<mute>"}};
    for (size_t i = 0; i < sizeof OWN / sizeof *OWN; i++)
        if (!find_class(compiler, str_of(OWN[i].words), &compiler->out->classes[OWN[i].class])) return false;
    return true;
}

/* A slot's number behind the words of the sealed lexicon. */
static uint32_t final_word(const struct sayings *out, uint32_t word) {
    return word < WORDS_MOST ? word : (uint32_t)out->lexicon.word_count + (word - WORDS_MOST);
}

static bool index_words(struct compiler *compiler) {
    struct sayings *out = compiler->out;
    const size_t words = out->lexicon.word_count + SLOT_COUNT;
    out->words = arena_take_array(&out->arena, words, sizeof *out->words);
    uint16_t *room = arena_take_array(&out->arena, compiler->member_count, sizeof *room);
    size_t *begins = arena_take_array(&out->arena, words + 1, sizeof *begins);
    if (!out->words || !room || !begins) return fail_memory(compiler);
    for (size_t i = 0; i < compiler->member_count; i++) begins[final_word(out, compiler->members[i].word) + 1]++;
    for (size_t i = 0; i < words; i++) {
        begins[i + 1] += begins[i];
        out->words[i] = (struct word_classes){room + begins[i], 0};
    }
    for (size_t i = 0; i < compiler->member_count; i++) {
        struct word_classes *classes = &out->words[final_word(out, compiler->members[i].word)];
        room[(size_t)(classes->at - room) + classes->count++] = compiler->members[i].class;
    }
    return true;
}

static bool index_bits(struct compiler *compiler) {
    struct sayings *out = compiler->out;
    const size_t words = out->lexicon.word_count + SLOT_COUNT;
    out->bit_words = out->class_count / 64 + 1;
    out->class_bits = arena_take_array(&out->arena, words * out->bit_words, sizeof *out->class_bits);
    if (!out->class_bits) return fail_memory(compiler);
    for (size_t i = 0; i < compiler->member_count; i++) {
        const struct membership *member = &compiler->members[i];
        const size_t row = final_word(out, member->word) * out->bit_words;
        out->class_bits[row + member->class / 64] |= UINT64_C(1) << (member->class % 64);
    }
    return true;
}

static bool index_begins(struct compiler *compiler) {
    struct sayings *out = compiler->out;
    out->begun_by = arena_take_array(&out->arena, out->class_count, sizeof *out->begun_by);
    uint16_t *counts = arena_take_array(&out->arena, out->class_count, sizeof *counts);
    uint16_t *room = arena_take_array(&out->arena, out->count + out->class_count, sizeof *room);
    if (!out->begun_by || !counts || !room) return fail_memory(compiler);
    for (size_t i = 0; i < out->count; i++) counts[out->at[i].elements[0].class]++;
    for (size_t class = 0; class < out->class_count; class ++) {
        out->begun_by[class] = room;
        *room = 0;
        for (size_t i = 0; counts[class] > 0 && i < out->count; i++)
            if (out->at[i].elements[0].class == class) room[++room[0]] = (uint16_t)i;
        room += 1 + *room;
    }
    return true;
}

quanze_status sayings_open(struct sayings *out, struct quanze_error *error) {
    *out = (struct sayings){0};
    struct compiler compiler = {.out = out, .error = error};
    struct arena scratch = {0};
    const bool made = names_open(&compiler.classes, CLASSES_MOST, &scratch);
    if (!made) error_memory(error);
    bool good = made && compile_rows(&compiler) && compile_classes(&compiler);
    if (good && !lexicon_seal(&out->lexicon)) good = fail_memory(&compiler);
    good = good && index_words(&compiler) && index_bits(&compiler) && index_begins(&compiler);
    alloc_free(compiler.members);
    arena_free(&scratch);
    return good ? QUANZE_OK : QUANZE_INTERNAL;
}

void sayings_close(struct sayings *sayings) {
    lexicon_free(&sayings->lexicon);
    arena_free(&sayings->arena);
}
