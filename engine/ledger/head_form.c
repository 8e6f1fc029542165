/* head_form.c - how the head of a chain is written and read by people. */
#include <ledger/inside.h>
#include <string.h>

static const char LETTERS[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; /* Crockford's: no I, L, O, U */

void ledger_short_form(const struct digest *head, char out[24]) {
    size_t length = 0;
    for (size_t i = 0; i < 20; i++) {
        size_t bit = i * 5;
        unsigned pair = (unsigned)head->bytes[bit / 8] << 8 | head->bytes[bit / 8 + 1];
        if (i > 0 && i % 5 == 0) out[length++] = '-';
        out[length++] = LETTERS[pair >> (11 - bit % 8) & 31];
    }
    out[length] = '\0';
}

/* The short form without its hyphens, in capitals, letters that it does not have read as the digits that they look like; false
 * when the text is none. */
static bool plain_form(struct str text, char out[21]) {
    size_t length = 0;
    for (size_t i = 0; i < text.length; i++) {
        char c = text.at[i];
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = (char)(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if (length == 20 || !strchr(LETTERS, c)) return false;
        out[length++] = c;
    }
    out[length] = '\0';
    return length == 20;
}

static bool is_full_form(struct str text) {
    if (!str_starts_with(text, STR("sha256:")) || text.length != 71) return false;
    for (size_t i = 7; i < text.length; i++)
        if (!strchr("0123456789abcdef", text.at[i])) return false;
    return true;
}

bool ledger_is_head(struct str text) {
    char plain[21];
    return is_full_form(text) || plain_form(text, plain);
}

bool ledger_names_head(struct str text, const struct digest *head) {
    char full[72], plain[21], form[24], wanted[21];
    digest_text(head, full);
    if (is_full_form(text)) return str_equal(text, str_of(full));
    ledger_short_form(head, form);
    return plain_form(text, plain) && plain_form(str_of(form), wanted) && strcmp(plain, wanted) == 0;
}
