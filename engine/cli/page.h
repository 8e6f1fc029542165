/* page.h - what the commands that write one page have in common. */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H

#include <cli/command.h>
#include <cli/data.h>
#include <cli/output.h>

/* YYYY-MM-DD by the clock of this machine. The only place of the whole program that asks it. False, and told, when there is
 * none. */
bool page_today(quanze_language language, char out[16]);

/* The day of --today, else that of page_today. */
bool page_day(const struct invocation *invocation, char out[16]);

/* YYYY-MM-DDTHH:MM in the same way. */
bool page_now(quanze_language language, char out[20]);

/* The list and the rules for the task that is the first operand; false when there are none, which has then been told. */
bool page_find_data(const struct invocation *invocation, struct data *data);

/* Nanoseconds of a clock that never goes back; `payload` is not looked at. */
uint64_t page_ticks_ns(void *payload);

/* Where a temporary folder may be made: TMPDIR, else /tmp. */
const char *page_folder(void);

/* The options of an engine, from what was found. Borrows `data` and `complaints`. */
struct complaints;
struct quanze_options page_options(const struct invocation *invocation, const struct data *data, struct complaints *complaints);

/* Opens an engine. QUANZE_OK, or the exit code of what has been told. */
int page_open_engine(const struct invocation *invocation, const struct quanze_options *options, struct complaints *complaints,
                     struct quanze **out);

/* A page that needs an engine, one made from options, or neither. */
typedef quanze_status page_of_engine(const struct quanze *, const struct quanze_page_request *, struct quanze_error *);
typedef quanze_status page_of_options(const struct quanze_options *, const struct quanze_page_request *, struct quanze_error *);
typedef quanze_status page_of_nothing(const struct quanze_page_request *, struct quanze_error *);

/* Each writes the page `name` (or NULL) where the invocation asks, tells what went wrong, and returns the exit code. */
int page_write(const struct invocation *invocation, const struct data *data, const char *name, page_of_engine *page);
int page_write_check(const struct invocation *invocation, const struct data *data, page_of_options *page);
int page_write_table(const struct invocation *invocation, const char *name, page_of_nothing *page);

#endif
