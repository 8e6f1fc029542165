/* audit.c - the audit of a period: from a request to its report. */
#include <door/audit/audit.h>
#include <door/audit/audit_days.h>
#include <door/request.h>
#include <door/screen/together.h>

#include <base/alloc.h>
#include <say/audit/audit_circular.h>
#include <say/audit/audit_csv.h>
#include <say/audit/audit_excel.h>
#include <say/audit/audit_html.h>
#include <say/audit/audit_json.h>
#include <say/audit/audit_text.h>
#include <stdio.h>

#define SHOWN(text) (int)(text).length, (text).at

/* --- what is asked --- */

/* What a request asks, understood. */
struct asked {
    struct audit_options options;
    struct validity before;
    struct audit_filter filter;
    struct circular_request circular;
    enum audit_table table; /* that CSV holds */
};

static void take_days(const struct audit_days *days, struct asked *out) {
    out->options.days = days->now;
    out->options.today = days->today;
    out->options.compare = days->is_compared ? days->before : (struct validity){DAY_NONE, DAY_NONE};
    out->before = days->before;
}

static quanze_status check_circular(const struct quanze_audit_request *request, const struct asked *asked,
                                    struct quanze_error *error) {
    const struct circular_request *circular = &asked->circular;
    if (request->township || request->department)
        return error_set(error, QUANZE_USAGE, "通报写的是全县，不能只看一个乡镇或部门",
                         "a circular is of the whole county, not of one township or department");
    if (circular->date != DAY_NONE && circular->date < asked->options.days.from)
        return error_set(error, QUANZE_USAGE, "成文日期“%s”早于所通报的 %s",
                         "the day \"%s\" lies before the %s that is told of", request->date, request->from);
    if (circular->until != DAY_NONE && circular->date != DAY_NONE && circular->until < circular->date)
        return error_set(error, QUANZE_USAGE, "整改期限“%s”早于成文日期“%s”",
                         "the time limit \"%s\" lies before the day \"%s\"", request->until, request->date);
    return QUANZE_OK;
}

/* What belongs to a circular makes no sense beside another page. */
static quanze_status take_circular(const struct quanze_audit_request *request, struct asked *out, struct quanze_error *error) {
    struct circular_request *circular = &out->circular;
    *circular = (struct circular_request){.issuer = str_trim(str_of(request->issuer)),
                                          .number = str_trim(str_of(request->number)),
                                          .signer = str_trim(str_of(request->signer))};
    quanze_status status = request_day(request->date, "date", &circular->date, error);
    if (status == QUANZE_OK) status = request_day(request->until, "until", &circular->until, error);
    if (status != QUANZE_OK) return status;
    if (request->format == QUANZE_FORMAT_DOCX) return check_circular(request, out, error);
    if (!request->issuer && !request->number && !request->signer && !request->date && !request->until) return QUANZE_OK;
    return error_set(error, QUANZE_USAGE, "印发单位、文号、签发人、日期、整改期限只用于通报（--format docx）",
                     "issuer, number, signer, date and time limit are those of a circular (--format docx)");
}

/* Only CSV holds one table; the other formats hold all. */
static quanze_status take_table(const struct quanze_audit_request *request, struct asked *out, struct quanze_error *error) {
    struct buf names = {0};
    out->table = AUDIT_TABLE_INDICATORS;
    if (!request->table) return QUANZE_OK;
    if (request->format != QUANZE_FORMAT_CSV)
        return error_set(error, QUANZE_USAGE, "单取一张表（%s）只用于 CSV（--format csv，或文件名以 .csv 结尾）",
                         "one table (%s) is for CSV (--format csv, or a file named .csv)", request->table);
    for (out->table = 0; out->table < AUDIT_TABLE_COUNT; out->table++) {
        const struct str name = audit_table_name(out->table);
        if (str_equal(str_of(request->table), name)) break;
        buf_printf(&names, "%s%.*s", names.length > 0 ? ", " : "", SHOWN(name));
    }
    buf_put_char(&names, '\0');
    quanze_status status = QUANZE_OK;
    if (out->table == AUDIT_TABLE_COUNT)
        status = names.failed ? error_memory(error)
                              : error_set(error, QUANZE_USAGE, "没有“%s”这张表，应为 %s",
                                          "there is no table \"%s\"; expected %s", request->table, names.at);
    buf_free(&names);
    return status;
}

static quanze_status no_party(const char *name, struct str near, struct quanze_error *error) {
    if (near.length == 0) return error_set(error, QUANZE_USAGE, "清单里没有“%s”", "the list has no \"%s\"", name);
    return error_set(error, QUANZE_USAGE, "清单里没有“%s”，是不是“%.*s”？", "the list has no \"%s\"; did you mean \"%.*s\"?",
                     name, SHOWN(near));
}

static quanze_status take_filter(const struct list *list, const struct quanze_audit_request *request, struct arena *arena,
                                 struct asked *out, struct quanze_error *error) {
    const size_t most = list->township_count > list->department_count ? list->township_count : list->department_count;
    struct str *names = arena_take_array(arena, most + 1, sizeof *names);
    if (!names) return error_memory(error);
    out->filter = (struct audit_filter){str_of(request->township), str_of(request->department)};
    if (request->township && list_find_township(list, out->filter.township) < 0) {
        for (size_t i = 0; i < list->township_count; i++) names[i] = list->townships[i].name;
        const ptrdiff_t near = str_nearest(out->filter.township, names, list->township_count);
        return no_party(request->township, near < 0 ? STR("") : names[near], error);
    }
    if (request->department && list_find_department(list, out->filter.department) < 0) {
        for (size_t i = 0; i < list->department_count; i++) names[i] = list->departments[i].name;
        const ptrdiff_t near = str_nearest(out->filter.department, names, list->department_count);
        return no_party(request->department, near < 0 ? STR("") : names[near], error);
    }
    out->options.township = out->filter.township;
    out->options.department = out->filter.department;
    return QUANZE_OK;
}

/* --- what is there --- */

/* The ledger has the month, and nothing in it of the one who was asked for. */
static quanze_status nothing_of_it(const struct quanze_audit_request *request, struct quanze_error *error) {
    const char *department = request->department ? request->department : "",
               *township = request->township ? request->township : "";
    if (request->department && request->township)
        return error_set(error, QUANZE_NO_INPUT, "“%s”在 %s 没有下到“%s”的任务", "\"%s\" sent nothing in %s to \"%s\"",
                         department, request->from, township);
    if (request->department)
        return error_set(error, QUANZE_NO_INPUT, "“%s”在 %s 没有下派任务", "\"%s\" sent no task in %s", department,
                         request->from);
    return error_set(error, QUANZE_NO_INPUT, "“%s”在 %s 没有收到任务", "\"%s\" got no task in %s", township, request->from);
}

static quanze_status nothing_there(struct ledger *ledger, const struct quanze_audit_request *request,
                                   struct quanze_error *error) {
    struct validity days;
    char from[20], to[20];
    const quanze_status status = ledger_find_days(ledger, &days, error);
    if (status != QUANZE_OK) return status;
    if (days.from == DAY_NONE) return request_no_tasks(error);
    (void)day_format(days.from, from);
    (void)day_format(days.to, to);
    return error_set(error, QUANZE_NO_INPUT, "台账里没有 %s 的任务；有任务的日子从 %s 到 %s",
                     "the ledger has no task of %s; its tasks are from %s to %s", request->from, from, to);
}

/* What lies before or behind all that the ledger has is told before the months around it are read. */
static quanze_status check_period(struct ledger *ledger, const struct asked *asked, const struct quanze_audit_request *request,
                                  struct quanze_error *error) {
    struct validity has;
    const struct validity days = asked->options.days;
    const quanze_status status = ledger_find_days(ledger, &has, error);
    if (status != QUANZE_OK || (has.from != DAY_NONE && has.from <= days.to && days.from <= has.to)) return status;
    return nothing_there(ledger, request, error);
}

static quanze_status check_townships(const struct audit_feeding *feeding, struct quanze_error *error) {
    const struct list *list = &feeding->engine->list;
    if (feeding->known_townships > 0 || feeding->strange_townships == 0) return QUANZE_OK;
    return error_set(error, QUANZE_BAD_DATA, "台账里的乡镇（如“%.*s”）没有一个在清单“%.*s”里：台账和清单不是同一个县的",
                     "no township of the ledger (such as \"%.*s\") is in the list \"%.*s\": they are of different counties",
                     SHOWN(feeding->stranger), SHOWN(list->title));
}

/* --- the page --- */

static quanze_status write_page(const struct audit_report *report, const struct quanze_audit_request *request,
                                const struct asked *asked, struct buf *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct document document = {.arena = &arena};
    struct str book;
    quanze_status status = QUANZE_OK;
    switch (request->format) {
    case QUANZE_FORMAT_TEXT: say_audit_text(out, report, request->language, request->colour); break;
    case QUANZE_FORMAT_JSON: say_audit_json(out, report, request->language); break;
    case QUANZE_FORMAT_CSV:
        if (!say_audit_csv(out, report, asked->table, request->language)) status = error_memory(error);
        break;
    case QUANZE_FORMAT_HTML:
    case QUANZE_FORMAT_HTML_PART: {
        const struct audit_html html = {request->language, request->format, str_of(request->link)};
        status = say_audit_html(out, report, &html, error);
        break;
    }
    case QUANZE_FORMAT_XLSX:
        status = say_audit_excel(report, request->language, &arena, &book, error);
        if (status == QUANZE_OK) buf_put(out, book);
        break;
    case QUANZE_FORMAT_DOCX:
        status = say_audit_circular(report, &asked->circular, &document, error);
        if (status == QUANZE_OK) status = document_docx(&document, out, error);
        break;
    case QUANZE_FORMAT_JSONL:
    case QUANZE_FORMAT_YAML: break; /* refused before anything is read */
    }
    arena_free(&arena);
    return status;
}

/* The period, the one before, and the same days last year: each read by itself. */
struct periods {
    struct audit_feeding now, before, last_year;
    const struct asked *asked;
    const struct quanze_audit_request *request;
};

static quanze_status finish(struct periods *periods, bool *compliant, struct quanze_error *error) {
    const struct quanze *engine = periods->now.engine;
    const struct quanze_audit_request *request = periods->request;
    const struct audit_earlier earlier = {periods->before.audit, periods->last_year.audit};
    char list[72], rules[72], calendar[72] = "";
    struct buf page = {0};
    const struct audit_report *report;
    digest_text(&engine->list.digest, list);
    digest_text(&engine->book->digest, rules);
    if (engine->has_calendar) digest_text(&engine->calendar.digest, calendar);
    const struct audit_versions versions = {
        .engine = STR(QUANZE_VERSION), .list = str_of(list), .rules = str_of(rules), .calendar = str_of(calendar)};
    quanze_status status = audit_finish(periods->now.audit, earlier, &versions, engine->strict_budget, &report, error);
    if (status == QUANZE_OK) status = write_page(report, request, periods->asked, &page, error);
    if (status == QUANZE_OK) status = request_send(request->sink, &page, error);
    if (status == QUANZE_OK) *compliant = report->is_compliant;
    buf_free(&page);
    return status;
}

static quanze_status feed_now(struct periods *periods, struct quanze_error *error) {
    struct audit_feeding *now = &periods->now;
    quanze_status status = audit_feed_tasks(now, periods->asked->options.days, true, error);
    if (status == QUANZE_OK) status = check_townships(now, error);
    if (status == QUANZE_OK && now->added == 0 && now->passed_over > 0) return nothing_of_it(periods->request, error);
    if (status == QUANZE_OK && now->added == 0) return nothing_there(now->ledger, periods->request, error);
    if (status == QUANZE_OK) status = audit_feed_rest(now, periods->asked->options.days, error);
    return status == QUANZE_OK ? audit_prepare(now->audit, error) : status;
}

/* Figures of a year to date, and what grew or was broken again, need the sums of other months and the corrections also then. */
static quanze_status feed_earlier(struct audit_feeding *feeding, struct validity days, struct quanze_error *error) {
    quanze_status status = audit_feed_tasks(feeding, days, true, error);
    if (status == QUANZE_OK && feeding->added > 0) status = audit_feed_others(feeding, days, error);
    return status == QUANZE_OK ? audit_prepare(feeding->audit, error) : status;
}

static quanze_status feed_both_earlier(struct periods *periods, struct quanze_error *error) {
    const quanze_status status = feed_earlier(&periods->before, periods->asked->before, error);
    return status == QUANZE_OK ? feed_earlier(&periods->last_year, audit_days_last_year(periods->asked->options.days), error)
                               : status;
}

static quanze_status feed_one(void *payload, size_t number, struct quanze_error *error) {
    return number == 0 ? feed_now(payload, error) : feed_both_earlier(payload, error);
}

static quanze_status run(struct periods *periods, struct quanze_error *error) {
    const struct asked *asked = periods->asked;
    struct audit_options before = asked->options, last_year = asked->options;
    before.days = asked->before;
    before.compare = (struct validity){DAY_NONE, DAY_NONE};
    last_year.days = audit_days_last_year(asked->options.days);
    last_year.compare = (struct validity){DAY_NONE, DAY_NONE};
    quanze_status status = audit_feeding_open(&periods->now, &asked->options, error);
    if (status == QUANZE_OK) status = audit_feeding_open(&periods->before, &before, error);
    if (status == QUANZE_OK) status = audit_feeding_open(&periods->last_year, &last_year, error);
    if (status == QUANZE_OK && periods->now.ledger != periods->before.ledger) return together_do(feed_one, periods, 2, error);
    if (status == QUANZE_OK) status = feed_now(periods, error);
    return status == QUANZE_OK ? feed_both_earlier(periods, error) : status;
}

static quanze_status audit(const struct quanze *engine, struct ledger *ledger, const struct asked *asked,
                           const struct quanze_audit_request *request, bool *compliant, struct quanze_error *error) {
    struct periods *periods = alloc_new(sizeof *periods);
    struct ledger *twin = request->one_thread ? NULL : ledger_twin(ledger);
    quanze_status status = periods ? QUANZE_OK : error_memory(error);
    if (periods) {
        const struct audit_feeding now = {.engine = engine, .ledger = ledger, .filter = &asked->filter},
                                   earlier = {.engine = engine, .ledger = twin ? twin : ledger, .filter = &asked->filter};
        *periods = (struct periods){now, earlier, earlier, asked, request};
        status = run(periods, error);
        if (status == QUANZE_OK) status = finish(periods, compliant, error);
        audit_feeding_close(&periods->now);
        audit_feeding_close(&periods->before);
        audit_feeding_close(&periods->last_year);
    }
    ledger_close(twin);
    alloc_free(periods);
    return status;
}

quanze_status quanze_audit(const struct quanze *engine, struct quanze_ledger *ledger,
                           const struct quanze_audit_request *request, bool *compliant, struct quanze_error *error) {
    static const unsigned FORMATS = FORMAT_BIT(QUANZE_FORMAT_TEXT) | FORMAT_BIT(QUANZE_FORMAT_JSON) |
                                    FORMAT_BIT(QUANZE_FORMAT_CSV) | FORMAT_BIT(QUANZE_FORMAT_HTML) |
                                    FORMAT_BIT(QUANZE_FORMAT_HTML_PART) | FORMAT_BIT(QUANZE_FORMAT_XLSX) |
                                    FORMAT_BIT(QUANZE_FORMAT_DOCX);
    struct asked asked = {.options = {.calendar = engine_calendar(engine)}};
    struct audit_days days;
    struct arena arena = {0};
    if (!engine->has_list || !engine->book)
        return error_set(error, QUANZE_USAGE, "审计需要清单和规则", "an audit needs a list and rules");
    asked.options.list = &engine->list;
    asked.options.book = engine->book;
    quanze_status status = request_format(request->format, FORMATS, error);
    if (status == QUANZE_OK) status = audit_days_take(request, &days, error);
    if (status == QUANZE_OK) take_days(&days, &asked);
    if (status == QUANZE_OK) status = take_circular(request, &asked, error);
    if (status == QUANZE_OK) status = take_table(request, &asked, error);
    if (status == QUANZE_OK) status = take_filter(&engine->list, request, &arena, &asked, error);
    if (status == QUANZE_OK) status = ledger_snapshot(ledger->ledger, error);
    if (status == QUANZE_OK) {
        status = check_period(ledger->ledger, &asked, request, error);
        if (status == QUANZE_OK) status = audit(engine, ledger->ledger, &asked, request, compliant, error);
        ledger_roll_back(ledger->ledger);
    }
    arena_free(&arena);
    return status;
}
