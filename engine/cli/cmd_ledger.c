#include <cli/complain.h>
#include <cli/desk.h>
#include <cli/page.h>
#include <cli/progress.h>
#include <sys/stat.h>

static const char *operand(const struct invocation *invocation) {
    return invocation->operand_count > 0 ? invocation->operands[0] : NULL;
}

int cmd_ledger_add(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    struct complaints complaints = {.language = invocation->language};
    struct progress progress;
    struct desk desk;
    char now[20];
    if (!page_now(invocation->language, now)) return QUANZE_USAGE;
    int code = desk_open(&desk, invocation, QUANZE_LEDGER_CREATE);
    if (code != 0) return code;
    progress_start(&progress, WORD_PROGRESS_READ, invocation->language);
    complaints.bar = desk.output.bar = &progress;
    const struct quanze_entry_request request = {
        .paths = invocation->operands,
        .path_count = invocation->operand_count,
        .input_format = options->input_format,
        .now = now,
        .keep_going = options->keep_going,
        .language = invocation->language,
        .format = options->format,
        .sink = output_sink(&desk.output),
        .reporter = complaints_reporter(&complaints),
        .progress = progress_draw,
        .progress_payload = &progress,
    };
    struct quanze_entry_summary summary = {0};
    quanze_status status = quanze_ledger_add(desk.ledger, &request, &summary, &desk.error);
    progress_end(&progress);
    return desk_close(&desk, status, summary.exit_code);
}

int cmd_ledger_show(const struct invocation *invocation) {
    return desk_write(invocation, operand(invocation), quanze_ledger_show);
}

int cmd_ledger_log(const struct invocation *invocation) {
    return desk_write(invocation, operand(invocation), quanze_ledger_log);
}

int cmd_ledger_export(const struct invocation *invocation) {
    return desk_write(invocation, operand(invocation), quanze_ledger_export);
}

int cmd_ledger_verify(const struct invocation *invocation) {
    struct desk desk;
    bool ok = false;
    int code = desk_open(&desk, invocation, QUANZE_LEDGER_READ);
    if (code != 0) return code;
    struct quanze_page_request request = desk_request(&desk, invocation->options.head);
    quanze_status status = quanze_ledger_verify(desk.ledger, &request, &ok, &desk.error);
    return desk_close(&desk, status, ok ? 0 : 1);
}

int cmd_ledger_backup(const struct invocation *invocation) {
    struct desk desk;
    int code = desk_open(&desk, invocation, QUANZE_LEDGER_READ);
    if (code != 0) return code;
    const mode_t mask = umask(077); /* whose papers are in it are in the copy, too */
    quanze_status status = quanze_ledger_backup(desk.ledger, invocation->operands[0], &desk.error);
    (void)umask(mask);
    code = desk_close(&desk, status, QUANZE_OK);
    return code == 0 ? desk_say(invocation, WORD_BACKED_UP, invocation->operands[0]) : code;
}
