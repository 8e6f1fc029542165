/* cmd_user.c - the accounts of the server, also while it runs. */
#include <cli/complain.h>
#include <cli/page.h>
#include <http/account/users.h>
#include <sys/stat.h>

/* The data folder; NULL, and told, when none is named. */
static const char *folder_of(const struct invocation *invocation) {
    const char *folder = data_folder(invocation->options.data);
    if (!folder) complain(invocation->language, WORD_NO_DATA, NULL, NULL);
    return folder;
}

static int print(const struct invocation *invocation, struct buf *page) {
    struct output output;
    if (!output_open(&output, NULL, invocation->language)) return QUANZE_CANNOT_CREATE;
    const struct quanze_sink sink = output_sink(&output);
    const bool written = !page->failed && sink.write(sink.payload, page->at, page->length);
    buf_free(page);
    return output_close(&output, written, QUANZE_OK);
}

/* The name and what it signs in with, told once. */
static int tell_secret(const struct invocation *invocation, quanze_status status, const char *name, const char *secret,
                       const struct quanze_error *error) {
    struct buf page = {0};
    const char *const texts[] = {name, secret};
    if (status != QUANZE_OK) {
        complain_error(invocation->language, error);
        return (int)status;
    }
    word_put(&page, strlen(secret) == TOKEN_BYTES - 1 ? WORD_USER_TOKEN : WORD_USER_PASSWORD, invocation->language, texts, 2);
    buf_put_char(&page, '\n');
    return print(invocation, &page);
}

static int bad_option(const struct invocation *invocation, const char *option, const char *value, const char *expected) {
    const char *const texts[] = {option, value ? value : "", expected};
    complain_texts(invocation->language, WORD_BAD_ARGUMENT, texts, 3);
    return QUANZE_USAGE;
}

int cmd_user_add(const struct invocation *invocation) {
    const struct options *options = &invocation->options;
    const char *folder = folder_of(invocation), *name = invocation->operands[0];
    struct account account = {.role = role_find(str_of(options->role)), .is_program = options->token};
    char today[16], secret[TOKEN_BYTES];
    struct quanze_error error;
    if (!folder) return QUANZE_USAGE;
    if (account.role == ROLE_NONE)
        return bad_option(invocation, "--role", options->role, "gatekeeper, department, township, auditor, administrator");
    if (!options->office || strlen(options->office) >= sizeof account.office)
        return bad_option(invocation, "--office", options->office, "县编办");
    if (strlen(name) >= sizeof account.name) return bad_option(invocation, "NAME", name, "zhangsan");
    if (!page_today(invocation->language, today)) return QUANZE_USAGE;
    (void)mkdir(folder, 0700); /* what is there already, or cannot be made, shows in the next line */
    memcpy(account.name, name, strlen(name));
    memcpy(account.office, options->office, strlen(options->office));
    memcpy(account.since, today, 10);
    const quanze_status status = users_add(folder, &account, secret, &error);
    return tell_secret(invocation, status, name, secret, &error);
}

int cmd_user_reset(const struct invocation *invocation) {
    const char *folder = folder_of(invocation), *name = invocation->operands[0];
    char secret[TOKEN_BYTES];
    struct quanze_error error;
    if (!folder) return QUANZE_USAGE;
    const quanze_status status = users_reset(folder, str_of(name), secret, &error);
    return tell_secret(invocation, status, name, secret, &error);
}

int cmd_user_disable(const struct invocation *invocation) {
    const char *folder = folder_of(invocation), *name = invocation->operands[0];
    struct buf page = {0};
    struct quanze_error error;
    if (!folder) return QUANZE_USAGE;
    const quanze_status status = users_disable(folder, str_of(name), &error);
    if (status != QUANZE_OK) {
        complain_error(invocation->language, &error);
        return (int)status;
    }
    word_put(&page, WORD_USER_DISABLED, invocation->language, &name, 1);
    buf_put_char(&page, '\n');
    return print(invocation, &page);
}

static void put_account(struct buf *out, const struct account *account, quanze_language language) {
    const char *state = word_text(account->is_disabled   ? WORD_USER_IS_DISABLED
                                  : account->must_change ? WORD_USER_IS_NEW
                                  : account->is_program  ? WORD_USER_IS_PROGRAM
                                                         : WORD_USER_IS_IN_USE,
                                  language);
    buf_printf(out, "%s\t%s\t%s\t%s\t%s\n", account->name, role_word(account->role, language), account->office, state,
               account->since);
}

int cmd_user_list(const struct invocation *invocation) {
    const char *folder = folder_of(invocation);
    struct users users;
    struct buf page = {0};
    struct quanze_error error;
    if (!folder) return QUANZE_USAGE;
    const quanze_status status = users_read(folder, &users, &error);
    if (status != QUANZE_OK) {
        complain_error(invocation->language, &error);
        return (int)status;
    }
    if (users.count == 0) complain(invocation->language, WORD_NO_USERS, folder, NULL);
    for (size_t i = 0; i < users.count; i++) put_account(&page, &users.at[i], invocation->language);
    users_free(&users);
    return print(invocation, &page);
}
