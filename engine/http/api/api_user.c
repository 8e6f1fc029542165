/* api_user.c - accounts over HTTP, for administrators alone. */
#include <http/handlers.h>

#include <http/api/api.h>
#include <http/deed/accounts.h>
#include <http/wire/json.h>

static void put_member(struct buf *out, const char *name, const char *text) {
    buf_printf(out, "\"%s\":", name);
    json_put_text(out, str_of(text));
}

/* Without its end, behind which a secret may follow. */
static void put_account(struct buf *out, const struct account *account) {
    buf_printf(out, "{\"disabled\":%s,", account->is_disabled ? "true" : "false");
    put_member(out, "name", account->name);
    buf_printf(out, ",\"new\":%s,", account->must_change ? "true" : "false");
    put_member(out, "office", account->office);
    buf_printf(out, ",\"program\":%s,", account->is_program ? "true" : "false");
    put_member(out, "role", role_name(account->role));
}

static void put_since(struct buf *out, const struct account *account) {
    buf_put_char(out, ',');
    put_member(out, "since", account->since);
    buf_put_char(out, '}');
}

void answer_api_users(struct call *call) {
    struct quanze_page_request page = {.name = NULL};
    struct buf *out = &call->reply->body;
    size_t count;
    if (!api_take_page(call, &page)) return;
    const struct account *accounts = accounts_all(call, &count);
    buf_put_text(out, "{\"format\":\"quanze/users/1\",\"rows\":[");
    for (size_t i = (size_t)page.after, rows = 0; accounts && i < count && rows < page.most; i++, rows++) {
        buf_put_text(out, rows > 0 ? ",\n" : "\n");
        put_account(out, &accounts[i]);
        put_since(out, &accounts[i]);
    }
    buf_put_text(out, "\n]}\n");
    if (!accounts) out->failed = true;
    call_is_json(call);
}

/* The account as it is now; with what it signs in with where that is new. */
static void send_account(struct call *call, struct str name, const char *secret) {
    struct buf *out = &call->reply->body;
    size_t count, at = 0;
    const struct account *accounts = accounts_all(call, &count);
    call_is_json(call);
    while (accounts && at < count && !str_equal(str_of(accounts[at].name), name)) at++;
    if (!accounts || at == count) {
        out->failed = true;
        return;
    }
    put_account(out, &accounts[at]);
    if (secret) {
        buf_put_char(out, ',');
        put_member(out, "secret", secret);
    }
    put_since(out, &accounts[at]);
    buf_put_char(out, '\n');
    call->reply->tells_secret = secret != NULL;
}

static bool takes_program(struct call *call, const struct fields *fields, bool *out) {
    struct quanze_error error;
    const struct str text = fields_value(fields, "program");
    *out = str_equal(text, STR("true"));
    if (*out || text.length == 0 || str_equal(text, STR("false"))) return true;
    (void)error_set(&error, QUANZE_USAGE, "program 应为 true 或 false", "program should be true or false");
    call_fail(call, 422, &error);
    return false;
}

void answer_api_user_add(struct call *call) {
    struct quanze_error error;
    struct fields fields;
    char secret[TOKEN_BYTES];
    bool is_program;
    if (!api_read_object(call, &fields) || !takes_program(call, &fields, &is_program)) return;
    const quanze_status status = accounts_add(call, &fields, is_program, secret, &error);
    if (status == QUANZE_OK)
        send_account(call, fields_value(&fields, "name"), secret);
    else
        api_finish_write(call, status, 422, &error);
}

void answer_api_user_reset(struct call *call) {
    struct quanze_error error;
    char secret[TOKEN_BYTES];
    const quanze_status status = accounts_reset(call, call->id, secret, &error);
    if (status == QUANZE_OK)
        send_account(call, call->id, secret);
    else
        api_finish_write(call, status, 422, &error);
}

void answer_api_user_disable(struct call *call) {
    struct quanze_error error;
    const quanze_status status = accounts_disable(call, call->id, &error);
    if (status == QUANZE_OK)
        send_account(call, call->id, NULL);
    else
        api_finish_write(call, status, 409, &error); /* the last administrator */
}
