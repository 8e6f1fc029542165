/* desk.h - what the commands that work on a ledger have in common: the ledger open, the output open, and how they end. */
#ifndef CLI_DESK_H
#define CLI_DESK_H

#include <cli/command.h>
#include <cli/output.h>

struct desk {
    const struct invocation *invocation;
    struct quanze_ledger *ledger;
    struct output output;
    struct quanze_error error; /* of the call that is being ended */
};

/* The ledger that the options or QUANZE_LEDGER name, or NULL. */
const char *desk_path(const struct options *options);

/* Opens both. QUANZE_OK, or the exit code of what has been told; nothing is then open. */
int desk_open(struct desk *desk, const struct invocation *invocation, quanze_ledger_access access);

/* A request for the page `name` (or NULL). */
struct quanze_page_request desk_request(struct desk *desk, const char *name);

/* Closes both. `status` is that of the call, told when it is not QUANZE_OK; else `code` is the exit code. */
int desk_close(struct desk *desk, quanze_status status, int code);

/* A page of the ledger and nothing else. */
typedef quanze_status page_of_ledger(struct quanze_ledger *, const struct quanze_page_request *, struct quanze_error *);
int desk_write(const struct invocation *invocation, const char *name, page_of_ledger *page);

/* The same as of the day that --on names, else of today. */
int desk_write_on(const struct invocation *invocation, page_of_ledger *page);

/* Prints a sentence with one gap as the result of the command. Returns the exit code. */
int desk_say(const struct invocation *invocation, enum word word, const char *text);

/* Whether an option without which the command cannot do was given; told when not. */
bool desk_has(const struct invocation *invocation, const char *value, const char *option);

/* The first operand as a number of a list; told when it is none. */
bool desk_number(const struct invocation *invocation, int64_t *out);

#endif
