/* admin.c - the administrator's page: accounts, and lists and rules read again. */
#include <http/handlers.h>

#include <http/deed/accounts.h>
#include <http/pages/frame.h>

/* What the page tells of the last thing that was done. */
struct told {
    const char *name, *secret;
    const struct quanze_error *error;
};

static struct scope *list_accounts(struct call *call, size_t *count) {
    const struct account *accounts = accounts_all(call, count);
    struct scope *rows = arena_take_array(&call->request->arena, *count, sizeof *rows);
    for (size_t i = 0; rows && accounts && i < *count; i++) {
        scope_text(&rows[i], "name", str_of(accounts[i].name));
        scope_text(&rows[i], "office", str_of(accounts[i].office));
        scope_text(&rows[i], "role", str_of(role_word(accounts[i].role, call->language)));
        scope_text(&rows[i], "since", str_of(accounts[i].since));
        scope_flag(&rows[i], "program", accounts[i].is_program);
        scope_flag(&rows[i], "disabled", accounts[i].is_disabled);
        scope_flag(&rows[i], "new", accounts[i].must_change);
    }
    if (!rows || !accounts) *count = 0;
    return rows;
}

static void write_admin(struct call *call, unsigned status, const struct told *told) {
    struct scope scope = {0}, roles[ROLE_COUNT] = {0};
    struct library_news news;
    size_t count;
    const bool zh = call->language == QUANZE_ZH;
    for (int i = ROLE_NONE + 1; i < ROLE_COUNT; i++) {
        scope_text(&roles[i - 1], "role", str_of(role_name((enum role)i)));
        scope_text(&roles[i - 1], "word", str_of(role_word((enum role)i, call->language)));
    }
    library_news(call->app->library, &news);
    char *between = strchr(news.at, 'T');
    if (between) *between = ' '; /* as people write it */
    struct scope *accounts = list_accounts(call, &count);
    scope_rows(&scope, "accounts", accounts, count);
    scope_rows(&scope, "roles", roles, ROLE_COUNT - 1);
    scope_text(&scope, "read_at", str_of(news.at));
    scope_text(&scope, "refused", str_of(zh ? news.why_zh : news.why_en));
    scope_text(&scope, "account", str_of(told->name));
    scope_text(&scope, "secret", str_of(told->secret));
    scope_text(&scope, "error", call_error_text(call, told->error));
    call->reply->status = status;
    frame_write(call, phrase_text(PHRASE_NAV_ADMIN, call->language), "admin", &scope);
}

void answer_admin(struct call *call) { write_admin(call, 200, &(struct told){0}); }

void answer_admin_reload(struct call *call) {
    struct quanze_error error;
    write_admin(call, app_reload(call->app, &error) == QUANZE_OK ? 200 : 422, &(struct told){0});
}

/* Tells what became of a change of the accounts. */
static void tell(struct call *call, quanze_status status, const char *name, const char *secret, struct quanze_error *error) {
    if (status == QUANZE_OK)
        write_admin(call, 200, &(struct told){.name = name, .secret = secret});
    else if (status == QUANZE_USAGE || status == QUANZE_NO_INPUT)
        write_admin(call, 422, &(struct told){.error = error});
    else
        call_fail_with(call, error);
}

void answer_admin_add(struct call *call) {
    char secret[TOKEN_BYTES];
    struct quanze_error error;
    const struct fields *form = &call->request->form;
    const bool is_program = fields_value(form, "program").length > 0;
    const quanze_status status = accounts_add(call, form, is_program, secret, &error);
    tell(call, status, fields_value(form, "name").at, secret, &error);
}

void answer_admin_reset(struct call *call) {
    char secret[TOKEN_BYTES];
    struct quanze_error error;
    const struct str name = fields_value(&call->request->form, "name");
    tell(call, accounts_reset(call, name, secret, &error), name.at, secret, &error);
}

void answer_admin_disable(struct call *call) {
    struct quanze_error error;
    tell(call, accounts_disable(call, fields_value(&call->request->form, "name"), &error), NULL, NULL, &error);
}
