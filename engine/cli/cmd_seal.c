/* cmd_seal.c - the office's key, and seals made with it. */
#include <cli/complain.h>
#include <cli/desk.h>
#include <cli/page.h>
#include <errno.h>
#include <sys/stat.h>

/* Writes a new file that its owner alone may read. */
static bool write_private(const char *path, const char *text) {
    mode_t mask = umask(077);
    FILE *file = fopen(path, "wbx");
    (void)umask(mask);
    if (!file) return false;
    bool written = fputs(text, file) >= 0 && fputc('\n', file) != EOF;
    return (fclose(file) == 0) && written;
}

int cmd_ledger_key(const struct invocation *invocation) {
    struct quanze_error error;
    char key[65];
    quanze_status status = quanze_seal_key(key, &error);
    if (status != QUANZE_OK) {
        complain_error(invocation->language, &error);
        return (int)status;
    }
    if (!write_private(invocation->operands[0], key)) {
        complain(invocation->language, WORD_CANNOT_CREATE, invocation->operands[0], strerror(errno));
        return QUANZE_CANNOT_CREATE;
    }
    return desk_say(invocation, WORD_KEY_MADE, invocation->operands[0]);
}

static bool read_key(const struct invocation *invocation, char out[128]) {
    FILE *file = fopen(invocation->options.key, "rb");
    size_t length = file ? fread(out, 1, 127, file) : 0;
    if (file) (void)fclose(file);
    out[length] = '\0';
    if (length > 0) return true;
    complain(invocation->language, WORD_NO_KEY_FILE, invocation->options.key, NULL);
    return false;
}

int cmd_ledger_seal(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    struct complaints complaints = {.language = invocation->language};
    struct desk desk;
    char now[20], month[8], key[128];
    if (!desk_has(invocation, options->key, "--key") || !desk_has(invocation, options->by, "--by")) return QUANZE_USAGE;
    if (!page_now(invocation->language, now)) return QUANZE_USAGE;
    if (!read_key(invocation, key)) return QUANZE_NO_INPUT;
    memcpy(month, now, 7);
    month[7] = '\0';
    int code = desk_open(&desk, invocation, QUANZE_LEDGER_WRITE);
    if (code != 0) return code;
    const struct quanze_seal_request request = {
        .month = invocation->operand_count > 0 ? invocation->operands[0] : month,
        .key = key,
        .by = options->by,
        .now = now,
        .county = options->county,
        .language = invocation->language,
        .format = options->format,
        .sink = output_sink(&desk.output),
        .reporter = complaints_reporter(&complaints),
    };
    return desk_close(&desk, quanze_ledger_seal(desk.ledger, &request, &desk.error), QUANZE_OK);
}

int cmd_ledger_seals(const struct invocation *invocation) {
    struct desk desk;
    int code = desk_open(&desk, invocation, QUANZE_LEDGER_READ);
    if (code != 0) return code;
    struct quanze_page_request request = desk_request(&desk, invocation->operand_count > 0 ? invocation->operands[0] : NULL);
    request.county = invocation->options.county;
    return desk_close(&desk, quanze_ledger_seals(desk.ledger, &request, &desk.error), QUANZE_OK);
}
