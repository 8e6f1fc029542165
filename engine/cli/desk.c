#include <cli/desk.h>

#include <cli/complain.h>
#include <cli/page.h>
#include <stdlib.h>

const char *desk_path(const struct options *options) {
    const char *named = options->ledger ? options->ledger : getenv("QUANZE_LEDGER");
    return named && *named ? named : NULL;
}

int desk_open(struct desk *desk, const struct invocation *invocation, quanze_ledger_access access) {
    const char *path = desk_path(&invocation->options);
    *desk = (struct desk){.invocation = invocation};
    if (!path) {
        complain(invocation->language, WORD_NO_LEDGER, NULL, NULL);
        return QUANZE_USAGE;
    }
    quanze_status status = quanze_ledger_open(path, access, &desk->ledger, &desk->error);
    if (status != QUANZE_OK) {
        complain_error(invocation->language, &desk->error);
        return (int)status;
    }
    if (output_open(&desk->output, invocation->options.output, invocation->language)) return QUANZE_OK;
    quanze_ledger_close(desk->ledger);
    return QUANZE_CANNOT_CREATE;
}

struct quanze_page_request desk_request(struct desk *desk, const char *name) {
    const struct options *options = &desk->invocation->options;
    return (struct quanze_page_request){
        .language = desk->invocation->language, .format = options->format, .name = name, .sink = output_sink(&desk->output)};
}

int desk_close(struct desk *desk, quanze_status status, int code) {
    if (status != QUANZE_OK && !desk->output.failure) complain_error(desk->invocation->language, &desk->error);
    quanze_ledger_close(desk->ledger);
    return output_close(&desk->output, status == QUANZE_OK, status == QUANZE_OK ? code : (int)status);
}

int desk_write(const struct invocation *invocation, const char *name, page_of_ledger *page) {
    struct desk desk;
    int code = desk_open(&desk, invocation, QUANZE_LEDGER_READ);
    if (code != 0) return code;
    struct quanze_page_request request = desk_request(&desk, name);
    return desk_close(&desk, page(desk.ledger, &request, &desk.error), QUANZE_OK);
}

int desk_write_on(const struct invocation *invocation, page_of_ledger *page) {
    struct desk desk;
    char today[16];
    if (!page_today(invocation->language, today)) return QUANZE_USAGE;
    int code = desk_open(&desk, invocation, QUANZE_LEDGER_READ);
    if (code != 0) return code;
    struct quanze_page_request request = desk_request(&desk, NULL);
    request.as_of = invocation->options.on ? invocation->options.on : today;
    return desk_close(&desk, page(desk.ledger, &request, &desk.error), QUANZE_OK);
}

bool desk_has(const struct invocation *invocation, const char *value, const char *option) {
    char name[32];
    if (value && *value) return true;
    command_full_name(invocation->command, name);
    complain(invocation->language, WORD_NO_OPTION, name, option);
    return false;
}

int desk_say(const struct invocation *invocation, enum word word, const char *text) {
    struct buf line = {0};
    struct output output;
    if (!output_open(&output, NULL, invocation->language)) return QUANZE_CANNOT_CREATE;
    word_put(&line, word, invocation->language, &text, 1);
    buf_put_char(&line, '\n');
    struct quanze_sink sink = output_sink(&output);
    bool written = !line.failed && sink.write(sink.payload, line.at, line.length);
    buf_free(&line);
    return output_close(&output, written, QUANZE_OK);
}

bool desk_number(const struct invocation *invocation, int64_t *out) {
    const char *text = invocation->operands[0];
    char *end = NULL;
    long long number = strtoll(text, &end, 10);
    if (end != text && *end == '\0' && number > 0) {
        *out = number;
        return true;
    }
    complain(invocation->language, WORD_NO_NUMBER, text, NULL);
    return false;
}
