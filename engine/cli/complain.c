#include <cli/complain.h>

#include <stdio.h>

static const char NAME[] = "quanze: ";

static quanze_language other(quanze_language language) { return language == QUANZE_ZH ? QUANZE_EN : QUANZE_ZH; }

static void put_indent(struct buf *out) { buf_put_repeat(out, STR(" "), sizeof NAME - 1); }

static void tell(struct buf *out) {
    (void)fwrite(out->at, 1, out->length, stderr); /* nobody is left to tell when this fails */
    buf_free(out);
}

void complain_texts(quanze_language language, enum word word, const char *const *texts, size_t count) {
    struct buf out = {0};
    buf_put_text(&out, NAME);
    word_put(&out, word, language, texts, count);
    buf_put_char(&out, '\n');
    put_indent(&out);
    word_put(&out, word, other(language), texts, count);
    buf_put_char(&out, '\n');
    tell(&out);
}

void complain(quanze_language language, enum word word, const char *first, const char *second) {
    const char *const texts[] = {first, second};
    complain_texts(language, word, texts, first ? second ? 2 : 1 : 0);
}

/* A sentence in both languages with where it stands. */
struct sentence {
    const char *zh, *en, *file;
    unsigned line, column;
    bool is_warning;
};

static void put_sentence(struct buf *out, const struct sentence *sentence, quanze_language language) {
    if (sentence->is_warning) buf_put_text(out, word_text(WORD_WARNING, language));
    buf_put_text(out, language == QUANZE_ZH ? sentence->zh : sentence->en);
    buf_put_char(out, '\n');
}

static void tell_sentence(const struct sentence *sentence, quanze_language language) {
    struct buf out = {0};
    buf_put_text(&out, NAME);
    if (sentence->file && *sentence->file) {
        buf_put_text(&out, strcmp(sentence->file, "-") == 0 ? word_text(WORD_STANDARD_INPUT, language) : sentence->file);
        if (sentence->line > 0) buf_printf(&out, ":%u", sentence->line);
        if (sentence->line > 0 && sentence->column > 0) buf_printf(&out, ":%u", sentence->column);
        buf_put_text(&out, ": ");
    }
    put_sentence(&out, sentence, language);
    put_indent(&out);
    put_sentence(&out, sentence, other(language));
    tell(&out);
}

void complain_error(quanze_language language, const struct quanze_error *error) {
    tell_sentence(&(struct sentence){error->zh, error->en, error->file, error->line, error->column, false}, language);
}

static void tell_problem(void *payload, const struct quanze_problem *problem) {
    struct complaints *complaints = payload;
    if (!problem->is_warning) complaints->errors++;
    if (problem->is_warning && complaints->errors_only) return;
    progress_hide(complaints->bar);
    tell_sentence(
        &(struct sentence){problem->zh, problem->en, problem->file, problem->line, problem->column, problem->is_warning},
        complaints->language);
    progress_show(complaints->bar);
}

struct quanze_reporter complaints_reporter(struct complaints *complaints) {
    return (struct quanze_reporter){tell_problem, complaints};
}
