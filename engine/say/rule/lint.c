/* lint.c - what is wrong with an input: a line each as compilers write it, or quanze/lint/1. */
#include <say/page.h>
#include <say/rule/rule_page.h>

struct lint {
    struct writer writer;
    quanze_language language;
    bool warnings; /* the half that is being written */
};

static struct str text_of(const struct quanze_problem *problem, quanze_language language) {
    return str_of(language == QUANZE_EN ? problem->en : problem->zh);
}

static void write_problem(void *payload, const struct quanze_problem *problem) {
    struct lint *lint = payload;
    struct writer *writer = &lint->writer;
    if (problem->is_warning != lint->warnings) return;
    writer_open(writer, '{');
    WRITER_KEY(writer, "code");
    writer_string(writer, str_of(problem->code));
    WRITER_KEY(writer, "column");
    writer_int(writer, problem->column);
    WRITER_KEY(writer, "file");
    writer_string(writer, str_of(problem->file));
    WRITER_KEY(writer, "line");
    writer_int(writer, problem->line);
    WRITER_KEY(writer, "message");
    writer_string(writer, text_of(problem, lint->language));
    writer_close(writer, '}');
}

static void write_half(struct lint *lint, const struct problems *problems, bool warnings) {
    lint->warnings = warnings;
    writer_open(&lint->writer, '[');
    problems_report(problems, (struct quanze_reporter){write_problem, lint});
    writer_close(&lint->writer, ']');
}

static void write_lint(struct lint *lint, const struct problems *problems, struct lint_checked checked) {
    struct writer *writer = &lint->writer;
    writer_open(writer, '{');
    if (checked.rules + checked.letters > 0) {
        WRITER_KEY(writer, "checked");
        writer_open(writer, '{');
        WRITER_KEY(writer, "letters");
        writer_int(writer, (int64_t)checked.letters);
        WRITER_KEY(writer, "rules");
        writer_int(writer, (int64_t)checked.rules);
        writer_close(writer, '}');
    }
    WRITER_KEY(writer, "errors");
    write_half(lint, problems, false);
    WRITER_KEY(writer, "format");
    writer_name(writer, STR("quanze/lint/1"));
    WRITER_KEY(writer, "warnings");
    write_half(lint, problems, true);
    writer_close(writer, '}');
    buf_put_char(writer->out, '\n');
}

static void put_problem(void *payload, const struct quanze_problem *problem) {
    struct lint *lint = payload;
    struct page page = {.out = lint->writer.out};
    page_put(&page, str_of(problem->file));
    if (problem->line > 0) {
        buf_put_char(page.out, ':');
        buf_put_int(page.out, problem->line);
    }
    if (problem->column > 0) {
        buf_put_char(page.out, ':');
        buf_put_int(page.out, problem->column);
    }
    if (problem->file && problem->file[0]) buf_put_text(page.out, ": ");
    MESSAGES_FILL(page.out, problem->is_warning ? MESSAGE_LINT_WARNING : MESSAGE_LINT_ERROR, lint->language,
                  str_of(problem->code));
    page_put(&page, text_of(problem, lint->language));
    page_end_line(&page);
}

static void put_counted(struct buf *out, enum message_id message, quanze_language language, size_t first, size_t second) {
    char one[32], other[32];
    MESSAGES_FILL(out, message, language, (struct str){one, writer_format_decimal((int64_t)first, 0, one)},
                  (struct str){other, writer_format_decimal((int64_t)second, 0, other)});
}

void say_lint(struct buf *out, const struct problems *problems, struct lint_checked checked, quanze_language language,
              quanze_format format) {
    struct lint lint = {.language = language};
    if (format != QUANZE_FORMAT_TEXT) {
        lint.writer = writer_start(out, say_style_of(format));
        write_lint(&lint, problems, checked);
        return;
    }
    lint.writer = writer_start(out, WRITER_COMPACT);
    problems_report(problems, (struct quanze_reporter){put_problem, &lint});
    put_counted(out, problems->errors + problems->warnings > 0 ? MESSAGE_LINT_SUMMARY : MESSAGE_LINT_CLEAN, language,
                problems->errors, problems->warnings);
    if (checked.rules + checked.letters > 0) put_counted(out, MESSAGE_LINT_CHECKED, language, checked.rules, checked.letters);
    buf_put_char(out, '\n');
}
