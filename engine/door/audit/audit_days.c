#include <door/audit/audit_days.h>

#include <audit/feed.h>
#include <door/ledger/ledger.h>
#include <door/request.h>
#include <ledger/month.h>
#include <stdio.h>

static bool parse_month(const char *text, int *out) {
    char day[12];
    int32_t first;
    if (!text || strlen(text) != 7) return false;
    (void)snprintf(day, sizeof day, "%s-01", text);
    if (!day_parse(str_of(day), &first)) return false;
    const struct civil civil = day_to_civil(first);
    *out = civil.year * 12 + civil.month - 1;
    return true;
}

static quanze_status take_month(const char *text, const char *name, int *out, struct quanze_error *error) {
    if (parse_month(text, out)) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "%s “%s” 不是月份，应写作 2026-10",
                     "%s \"%s\" is no month; expected one such as 2026-10", name, text ? text : "");
}

static int32_t first_day(int month) { return day_from_civil((struct civil){month / 12, month % 12 + 1, 1}); }

quanze_status audit_days_take(const struct quanze_audit_request *request, struct audit_days *out, struct quanze_error *error) {
    int from = 0, to = 0, compare = 0;
    int32_t today;
    quanze_status status = take_month(request->from, "from", &from, error);
    to = from;
    if (status == QUANZE_OK && request->to) status = take_month(request->to, "to", &to, error);
    if (status == QUANZE_OK && request->compare) status = take_month(request->compare, "compare", &compare, error);
    if (status == QUANZE_OK) status = request_day(request->today, "today", &today, error);
    if (status != QUANZE_OK) return status;
    if (to < from || to - from >= 24)
        return error_set(error, QUANZE_USAGE, "从 %s 到 %s 不成一段：先写早的月份，最多 24 个月",
                         "%s to %s is no period: the earlier month first, 24 months at most", request->from, request->to);
    if (today == DAY_NONE || first_day(from) > today)
        return error_set(error, QUANZE_USAGE, "%s 还没到（今天是 %s），没有可审计的来文",
                         "%s has not come yet (today is %s): there is nothing to audit", request->from,
                         request->today ? request->today : "");
    *out =
        (struct audit_days){.now = {first_day(from), first_day(to + 1) - 1}, .is_compared = request->compare, .today = today};
    out->before = audit_days_before(out->now);
    if (request->compare) out->before = (struct validity){first_day(compare), first_day(compare + to - from + 1) - 1};
    return QUANZE_OK;
}

static bool is_same_head(const struct quanze_ledger_head *a, const struct quanze_ledger_head *b) {
    return a->rows == b->rows && strcmp(a->hash, b->hash) == 0;
}

/* The last day that is counted: what a period is held against may be later than itself. */
static int32_t last_day(const struct audit_days *days) {
    return days->before.to > days->now.to ? days->before.to : days->now.to;
}

quanze_status quanze_audit_stands(struct quanze_ledger *ledger, const struct quanze_audit_request *request,
                                  const struct quanze_audit_made *made, bool *stands, struct quanze_error *error) {
    struct audit_days days;
    struct quanze_ledger_head head;
    int32_t then = DAY_NONE;
    bool changed = true;
    *stands = false;
    quanze_status status = audit_days_take(request, &days, error);
    if (status == QUANZE_OK) status = request_day(made->today, "today", &then, error);
    if (status == QUANZE_OK) status = quanze_ledger_head(ledger, &head, error);
    if (status != QUANZE_OK) return status;
    if (then == days.today && is_same_head(&head, &made->head)) {
        *stands = true;
        return QUANZE_OK;
    }
    const int32_t last = last_day(&days);
    if (last >= then || last >= days.today) return QUANZE_OK; /* what was not over was counted up to that day */
    status = ledger_months_changed(ledger->ledger, made->head.rows, str_of(made->head.hash), last, &changed, error);
    *stands = status == QUANZE_OK && !changed;
    return status;
}
