/* cmd_serve.c - the web page and the HTTP API. */
#include <cli/complain.h>
#include <cli/desk.h>
#include <cli/page.h>
#include <http/serve.h>

static quanze_language language_of(void *payload) { return ((const struct invocation *)payload)->language; }

static void say(void *payload, const char *zh, const char *en) {
    struct quanze_error told = {0};
    (void)error_set(&told, QUANZE_OK, "%s%.0s", "%.0s%s", zh, en);
    complain_error(language_of(payload), &told);
}

static void tell_ready(void *payload, const char *address) { complain(language_of(payload), WORD_SERVING, address, NULL); }

/* Whether others than this machine can reach an address. */
static bool is_reached(const char *address) {
    return address && strncmp(address, "127.", 4) != 0 && strcmp(address, "::1") != 0 && strcmp(address, "localhost") != 0;
}

int cmd_serve(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    struct data data;
    struct complaints complaints;
    struct quanze_error error;
    const char *folder = data_folder(options->data);
    if (!folder) {
        complain(invocation->language, WORD_NO_DATA, NULL, NULL);
        return QUANZE_USAGE;
    }
    if (!page_find_data(invocation, &data)) return QUANZE_NO_INPUT; /* it would run, and judge nothing */
    const struct invocation *payload = invocation;
    struct app_options serving = {
        .data = folder,
        .address = options->address,
        .today = options->today,
        .port = options->port_given ? options->port : 8080,
        .proxy = options->proxy,
        .language = invocation->language,
        .engine = page_options(invocation, &data, &complaints),
        .payload = (void *)(uintptr_t)payload, /* only read */
        .say = say,
    };
    if (is_reached(options->address) && !options->proxy)
        complain(invocation->language, WORD_SERVE_OPEN, options->address, NULL);
    const quanze_status status = serve_run(&serving, options->check, tell_ready, &error);
    if (status != QUANZE_OK) complain_error(invocation->language, &error);
    if (status == QUANZE_OK && options->check) return desk_say(invocation, WORD_SERVE_CHECKED, folder);
    return (int)status;
}
