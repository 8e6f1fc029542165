#include <door/form/form_words.h>

#include <base/buf.h>
#include <say/messages.h>

static struct str label_of(struct str zh, struct str en, quanze_language language) { return language == QUANZE_EN ? en : zh; }

static bool is_name(char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '.'; }

/* What the form calls a name of files; `at` NULL: it has none. */
static struct str called(const struct fact_info *info, struct str name, quanze_language language) {
    if (str_equal(info->name, name)) return label_of(info->zh, info->en, language);
    for (size_t i = 0; i < info->field_count; i++)
        if (str_equal(info->fields[i].name, name)) return label_of(info->fields[i].zh, info->fields[i].en, language);
    return (struct str){NULL, 0};
}

/* The sentence with labels for names; what somebody wrote stands between quotes and stays. */
static void put_called(struct buf *out, const struct fact_info *info, struct str words, quanze_language language) {
    const struct str open = language == QUANZE_EN ? STR("\"") : STR("“"), close = language == QUANZE_EN ? STR("\"") : STR("”");
    bool is_quoted = false;
    for (size_t i = 0; i < words.length;) {
        const struct str rest = {words.at + i, words.length - i};
        size_t length = 0;
        while (!is_quoted && length < rest.length && is_name(rest.at[length])) length++;
        const struct str name = {rest.at, length}, label = called(info, name, language);
        if (length == 0) {
            const struct str mark = is_quoted ? close : open;
            if (str_starts_with(rest, mark)) is_quoted = !is_quoted;
            length = 1;
        }
        buf_put(out, label.at && name.length > 0 ? label : (struct str){rest.at, length});
        i += length;
    }
}

/* The sentence as the form has it, in the arena; `at` NULL: memory ran out. */
static struct str told(const struct fact_info *info, unsigned row, struct str words, quanze_language language,
                       struct arena *arena) {
    struct buf text = {0}, number = {0}, line = {0};
    put_called(&text, info, words, language);
    buf_put_int(&number, row);
    if (row > 0)
        MESSAGES_FILL(&line, MESSAGE_FORM_PLACE, language, label_of(info->zh, info->en, language), buf_str(&number),
                      buf_str(&text));
    else
        buf_put(&line, buf_str(&text));
    const bool failed = text.failed || number.failed || line.failed;
    const struct str copy = failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&line));
    buf_free(&text);
    buf_free(&number);
    buf_free(&line);
    return copy;
}

/* Both languages of what was told; false when memory ran out. */
static bool add(struct problems *problems, const char *code, struct str zh, struct str en) {
    const struct place nowhere = {"", 0, 0};
    if (!zh.at || !en.at)
        problems->out_of_memory = true;
    else
        problem_error(problems, code, nowhere, "%s%.0s", "%.0s%s", zh.at, en.at);
    return !problems->out_of_memory;
}

static struct str both(const struct fact_info *info, quanze_language language, struct arena *arena) {
    struct buf text = {0};
    MESSAGES_FILL(&text, MESSAGE_FORM_BOTH, language, label_of(info->zh, info->en, language));
    const struct str copy = text.failed ? (struct str){NULL, 0} : arena_copy(arena, buf_str(&text));
    buf_free(&text);
    return copy;
}

void form_words_both(const struct form_cell *whole, struct problems *problems) {
    const struct fact_info *info = fact_at(whole->fact);
    (void)add(problems, "contradiction", both(info, QUANZE_ZH, problems->arena), both(info, QUANZE_EN, problems->arena));
}

/* The cell that a problem is of; NULL: of none that was handed in. */
static struct form_cell *cell_of(const struct form *form, size_t fact, const struct problem *problem) {
    const struct place place = problem->place;
    if (fact_at(fact)->type != FACT_RECORDS) return form_find(form, fact, 0, 0);
    return form_find(form, fact, place.line, place.column > 0 ? place.column - 1 : 0);
}

void form_words_tell(const struct form *form, size_t fact, const struct problems *own, struct problems *problems) {
    const struct fact_info *info = fact_at(fact);
    problems->out_of_memory |= own->out_of_memory;
    for (size_t i = 0; i < own->count; i++) {
        const struct problem *problem = &own->at[i];
        const unsigned row = info->type == FACT_RECORDS ? problem->place.line : 0;
        const struct str zh = told(info, row, problem->zh, QUANZE_ZH, problems->arena);
        const struct str en = told(info, row, problem->en, QUANZE_EN, problems->arena);
        struct form_cell *cell = cell_of(form, fact, problem);
        if (!add(problems, problem->code, zh, en)) return;
        if (!cell) continue;
        cell->wrong_zh = zh;
        cell->wrong_en = en;
    }
}
