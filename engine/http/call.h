/* call.h - one request with all that its answer needs: who asks, on which route, in which language, of which engine. */
#ifndef HTTP_CALL_H
#define HTTP_CALL_H

#include <base/error.h>
#include <http/state/app.h>
#include <http/wire/reply.h>
#include <http/wire/request.h>

struct route;

struct call {
    struct app *app;
    struct request *request;
    struct reply *reply;
    const struct route *route;
    struct str id;        /* of the path, where the route has {id} */
    struct str second_id; /* where it has two */
    struct caller caller;
    quanze_language language;
    struct edition *edition;
    struct quanze_ledger *ledger;
    bool ledger_writes, ledger_failed;
    bool was_done; /* by an earlier request of the same key: nothing is written any more */
};

/* Of an API route. */
bool call_is_api(const struct call *call);

/* The engine of this request; the same however often it is asked for. */
const struct quanze *call_engine(struct call *call);

/* Where the query says ?known_at=, the engine of this request counts only what was published by that day. False: it cannot, and
 * the reply is there. */
bool call_known_at(struct call *call);

/* A connection to the ledger, given back when the request has ended; or NULL, and the reply is there. */
struct quanze_ledger *call_ledger(struct call *call, bool write);

/* A page of the library into the reply. */
struct quanze_page_request call_page(struct call *call, const char *name, quanze_format format);

/* The same as of the day that the query names ("on"), else of today, which is written to `today`. */
struct quanze_page_request call_page_of_day(struct call *call, quanze_format format, char today[20]);

/* One page of rows: those behind the number `name` of the query or the form ("after", "before"), with a link to the next, which
 * keeps the day of the query. False: it is no number, and the reply tells. */
bool call_rows(struct call *call, const char *name, struct quanze_page_request *request);

/* Words to choose from, appended as options of a choice; `chosen` may be NULL. */
quanze_status call_choices(struct call *call, quanze_vocabulary vocabulary, const char *chosen, struct buf *out,
                           struct quanze_error *error);

/* After the answer: gives everything back. */
void call_end(struct call *call);

/* A value of the query, or NULL when there is none or it is empty; NUL-ended. */
const char *call_query(const struct call *call, const char *name);

/* A value of the form, else of the query: what stands in a form again, after it was refused or by the link that leads to it. */
struct str call_kept(const struct call *call, const char *name);

/* A whole number of the query, else of the form, from `least` to `most`; `*out` stays as it was where there is none. False: it
 * is something else, and the reply tells. */
bool call_number(struct call *call, const char *name, int64_t least, int64_t most, int64_t *out);

/* A day of the query, YYYY-MM-DD, likewise; and a month, YYYY-MM. */
bool call_day(struct call *call, const char *name, const char **out);
bool call_month(struct call *call, const char *name, const char **out);

/* Yes (true, 1, yes) or no (false, 0, no) of the query, likewise. */
bool call_flag(struct call *call, const char *name, bool *out);

/* A value of the form, as of the query. */
const char *call_form(const struct call *call, const char *name);

/* Who is at the other end, for limits alone: the address, behind a proxy the one that it tells. */
struct str call_peer(const struct call *call);

/* "office/name" in the request's arena; NULL when memory ran out. */
const char *call_person(struct call *call, const char *office, const char *name);

/* "office/name" of the caller, in the request's arena; NULL when memory ran out. */
const char *call_by(struct call *call);

/* What an error says in the language of the page; the empty text for NULL. */
struct str call_error_text(const struct call *call, const struct quanze_error *error);

/* A problem: a page, or problem+json in both languages. */
void call_fail(struct call *call, unsigned status, const struct quanze_error *error);

/* The same with all that is wrong, as JSON objects with commas between them. */
void call_fail_errors(struct call *call, unsigned status, const struct quanze_error *error, struct str errors);

/* Says after how long it may be tried again, in whole seconds. */
void call_retry_after(struct call *call, int64_t wait_ms);

/* The reply is JSON, and well. */
void call_is_json(struct call *call);

/* The status that an error of the library is told with. */
void call_fail_with(struct call *call, const struct quanze_error *error);

/* Goes elsewhere: 303. The place is one of ours. */
void call_go(struct call *call, const char *path);

/* Sets a cookie of the browser; "" takes it away. `life_s` 0: until the browser ends. */
void call_cookie(struct call *call, const char *name, const char *value, long life_s);

#endif
