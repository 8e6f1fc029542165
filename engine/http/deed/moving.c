#include <http/deed/moving.h>

static const char *text_of(const struct fields *fields, const char *name) {
    const struct str text = fields_value(fields, name);
    return text.length > 0 ? text.at : NULL;
}

/* The second person behind a move: not a name that anybody can write, but the token of another account of the gatekeepers.
 * `*out` NULL: nobody is named. */
static quanze_status find_approver(struct call *call, const struct fields *fields, const char **out,
                                   struct quanze_error *error) {
    const struct str token = fields_value(fields, "approval_token");
    struct account account;
    *out = NULL;
    if (token.length == 0 && fields_value(fields, "approved_by").length == 0) return QUANZE_OK;
    const bool is_another = token.length > 0 && app_token_account(call->app, token, &account) &&
                            account.role == ROLE_GATEKEEPER && strcmp(account.name, call->caller.name) != 0;
    if (!is_another)
        return error_set(error, QUANZE_USAGE, "要有把关单位另一人的账号同意：approval_token 写那个账号的令牌",
                         "another account of the gatekeepers must agree: approval_token is that account's token");
    *out = call_person(call, account.office, account.name);
    return *out ? QUANZE_OK : error_memory(error);
}

/* What is wrong with the fields themselves is no conflict with what others did. */
static quanze_status check(const struct quanze_move_request *request, struct quanze_error *error) {
    if (quanze_task_move_check(request, error) == QUANZE_OK) return QUANZE_OK;
    return error->status = QUANZE_BAD_DATA;
}

quanze_status moving_run(struct call *call, const char *id, const struct fields *fields, quanze_format format,
                         struct quanze_sink sink, struct quanze_error *error) {
    char now[20];
    app_now(call->app, now);
    struct quanze_move_request request = {.id = id,
                                          .state = text_of(fields, "state"),
                                          .by = call_by(call),
                                          .why = text_of(fields, "why"),
                                          .ground = text_of(fields, "ground"),
                                          .basis = text_of(fields, "basis"),
                                          .until = text_of(fields, "until"),
                                          .letter = text_of(fields, "letter"),
                                          .now = now,
                                          .language = call->language,
                                          .format = format,
                                          .sink = sink};
    quanze_status status = request.by ? check(&request, error) : error_memory(error);
    if (status == QUANZE_OK && call_is_api(call)) /* a page knows one person */
        status = find_approver(call, fields, &request.approved_by, error);
    return status == QUANZE_OK ? quanze_task_move(call->ledger, call_engine(call), &request, error) : status;
}
