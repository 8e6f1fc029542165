#include <cli/options.h>

#include <base/utf8.h>
#include <cli/complain.h>
#include <stddef.h>
#include <stdlib.h>

/* In the order of enum option_id. */
static const struct option_info OPTIONS[OPTION_COUNT] = {
    {"lists", 0, "PATH", WORD_OPTION_LISTS},
    {"rules", 0, "DIR", WORD_OPTION_RULES},
    {"calendar", 0, "DIR", WORD_OPTION_CALENDAR},
    {"as-of", 0, "DATE", WORD_OPTION_AS_OF},
    {"known-at", 0, "DATE", WORD_OPTION_KNOWN_AT},
    {"today", 0, "DATE", WORD_OPTION_TODAY},
    {"lang", 0, "zh|en", WORD_OPTION_LANG},
    {"format", 0, "FORMAT", WORD_OPTION_FORMAT},
    {"input-format", 0, "FORMAT", WORD_OPTION_INPUT_FORMAT},
    {"output", 'o', "FILE", WORD_OPTION_OUTPUT},
    {"jobs", 'j', "N", WORD_OPTION_JOBS},
    {"no-match", 0, NULL, WORD_OPTION_NO_MATCH},
    {"history", 0, "FILE", WORD_OPTION_HISTORY},
    {"fix", 0, NULL, WORD_OPTION_FIX},
    {"strict", 0, NULL, WORD_OPTION_STRICT},
    {"verbose", 'v', NULL, WORD_OPTION_VERBOSE},
    {"color", 0, "WHEN", WORD_OPTION_COLOR},
    {"id", 0, "ID", WORD_OPTION_ID},
    {"title", 0, "TEXT", WORD_OPTION_TITLE},
    {"county", 0, "NAME", WORD_OPTION_COUNTY},
    {"valid-from", 0, "DATE", WORD_OPTION_VALID_FROM},
    {"ledger", 0, "FILE", WORD_OPTION_LEDGER},
    {"record", 0, NULL, WORD_OPTION_RECORD},
    {"keep-going", 0, NULL, WORD_OPTION_KEEP_GOING},
    {"head", 0, "HASH", WORD_OPTION_HEAD},
    {"key", 0, "FILE", WORD_OPTION_KEY},
    {"by", 0, "OFFICE/PERSON", WORD_OPTION_BY},
    {"why", 0, "TEXT", WORD_OPTION_WHY},
    {"approved-by", 0, "OFFICE/PERSON", WORD_OPTION_APPROVED_BY},
    {"ground", 0, "GROUND", WORD_OPTION_GROUND},
    {"basis", 0, "TEXT", WORD_OPTION_BASIS},
    {"until", 0, "DATE", WORD_OPTION_UNTIL},
    {"on", 0, "DATE", WORD_OPTION_ON},
    {"department", 0, "NAME", WORD_OPTION_DEPARTMENT},
    {"task", 0, "TASK", WORD_OPTION_TASK},
    {"rule", 0, "RULE", WORD_OPTION_RULE},
    {"from", 0, "YYYY-MM", WORD_OPTION_FROM},
    {"to", 0, "YYYY-MM", WORD_OPTION_TO},
    {"compare", 0, "YYYY-MM", WORD_OPTION_COMPARE},
    {"family", 0, "FAMILY", WORD_OPTION_FAMILY},
    {"max-flips", 0, "N", WORD_OPTION_MAX_FLIPS},
    {"data", 0, "DIR", WORD_OPTION_DATA},
    {"address", 0, "IP", WORD_OPTION_ADDRESS},
    {"port", 0, "N", WORD_OPTION_PORT},
    {"proxy", 0, NULL, WORD_OPTION_PROXY},
    {"check", 0, NULL, WORD_OPTION_CHECK},
    {"role", 0, "ROLE", WORD_OPTION_ROLE},
    {"office", 0, "NAME", WORD_OPTION_OFFICE},
    {"token", 0, NULL, WORD_OPTION_TOKEN},
    {"variant", 0, "KIND", WORD_OPTION_VARIANT},
    {"number", 0, "TEXT", WORD_OPTION_NUMBER},
    {"signer", 0, "NAME", WORD_OPTION_SIGNER},
    {"issuer", 0, "NAME", WORD_OPTION_ISSUER},
    {"date", 0, "DATE", WORD_OPTION_DATE},
    {"contact", 0, "TEXT", WORD_OPTION_CONTACT},
    {"township", 0, "NAME", WORD_OPTION_TOWNSHIP},
    {"notes", 0, "FILE", WORD_OPTION_NOTES},
    {"bundle", 0, "FILE", WORD_OPTION_BUNDLE},
    {"opinion", 0, NULL, WORD_OPTION_OPINION},
    {"help", 'h', NULL, WORD_OPTION_HELP},
    {"version", 'V', NULL, WORD_OPTION_VERSION},
};

const struct option_info *options_table(void) { return OPTIONS; }

static const struct option_info *find_option(const char *argument) {
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        size_t length = strlen(OPTIONS[i].name);
        if (strncmp(argument, "--", 2) == 0 && strcmp(argument + 2, OPTIONS[i].name) == 0) return &OPTIONS[i];
        if (strncmp(argument, "--", 2) == 0 && strncmp(argument + 2, OPTIONS[i].name, length) == 0 &&
            argument[2 + length] == '=')
            return &OPTIONS[i];
        if (OPTIONS[i].letter && argument[0] == '-' && argument[1] == OPTIONS[i].letter) return &OPTIONS[i];
    }
    return NULL;
}

/* Whether the value of the option at `argument` is the next argument. */
static bool takes_next(const char *argument) {
    const struct option_info *option = find_option(argument);
    if (!option || !option->argument) return false;
    return argument[1] == '-' ? !strchr(argument, '=') : argument[2] == '\0';
}

int options_first_operand(int argc, char **argv, int from) {
    for (int i = from; i < argc; i++) {
        if (strcmp(argv[i], "--") == 0) return i + 1 < argc ? i + 1 : argc;
        if (argv[i][0] != '-' || argv[i][1] == '\0') return i;
        if (takes_next(argv[i])) i++;
    }
    return argc;
}

static bool parse_language(const char *text, quanze_language *out) {
    if (!text || (strcmp(text, "zh") != 0 && strcmp(text, "en") != 0)) return false;
    *out = strcmp(text, "en") == 0 ? QUANZE_EN : QUANZE_ZH;
    return true;
}

quanze_language options_language(int argc, char **argv) {
    quanze_language language = QUANZE_ZH;
    (void)parse_language(getenv("QUANZE_LANG"), &language);
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            (void)parse_language(argv[i] + 7, &language);
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            (void)parse_language(argv[i + 1], &language);
    }
    return language;
}

int options_word_index(const char *words, const char *word) {
    size_t length = strlen(word);
    int index = 0;
    for (const char *at = words; at && length > 0; index++) {
        const char *end = strchr(at, ' ');
        size_t size = end ? (size_t)(end - at) : strlen(at);
        if (size == length && strncmp(at, word, length) == 0) return index;
        at = end ? end + 1 : NULL;
    }
    return -1;
}

static bool parse_format(const char *formats, const char *text, quanze_format *out) {
    static const char ALL[] = "text json jsonl yaml csv html html-part docx xlsx"; /* in the order of quanze_format */
    if (options_word_index(formats, text) < 0) return false;
    *out = (quanze_format)options_word_index(ALL, text);
    return true;
}

static bool parse_jobs(const char *text, unsigned *out) {
    char *end = NULL;
    unsigned long jobs = strtoul(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end || jobs < 1 || jobs > QUANZE_MAX_JOBS) return false;
    *out = (unsigned)jobs;
    return true;
}

static bool parse_port(const char *text, unsigned *out) {
    char *end = NULL;
    unsigned long port = strtoul(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end || port > 65535) return false;
    *out = (unsigned)port;
    return true;
}

/* At most nine digits. */
static bool is_count(const char *text) {
    const size_t length = strlen(text);
    return length > 0 && length <= 9 && strspn(text, "0123456789") == length;
}

static bool refuse(const struct options *options, enum option_id option, const char *value, const char *expected) {
    struct buf name = {0};
    buf_printf(&name, "--%s", OPTIONS[option].name);
    buf_put_char(&name, '\0');
    const char *const texts[] = {name.failed ? "" : name.at, value, expected};
    complain_texts(options->language, WORD_BAD_ARGUMENT, texts, 3);
    buf_free(&name);
    return false;
}

/* "text, json" */
static void put_formats(struct buf *out, const char *formats) {
    for (const char *at = formats; *at; at++) buf_put(out, *at == ' ' ? STR(", ") : (struct str){at, 1});
}

static bool refuse_format(const struct options *options, const char *value, const char *formats) {
    struct buf expected = {0};
    put_formats(&expected, formats);
    buf_put_char(&expected, '\0');
    refuse(options, OPTION_FORMAT, value, expected.failed ? "" : expected.at);
    buf_free(&expected);
    return false;
}

static bool set_colour(struct options *out, const char *value) {
    int index = options_word_index("auto always never", value);
    if (index < 0) return refuse(out, OPTION_COLOR, value, "auto, always, never");
    out->colour = (enum colour_choice)index;
    return true;
}

/* The first folder holds the national rules, each further one is laid over them. */
static bool add_rules(struct options *out, const char *value) {
    if (!out->rules) {
        out->rules = value;
        return true;
    }
    if (out->pack_count == QUANZE_MAX_PACKS) return refuse(out, OPTION_RULES, value, "1..32");
    out->packs[out->pack_count++] = value;
    return true;
}

/* Where the value of an option is kept as it is, and which flag another sets; 0 = neither, counted from 1. */
static const size_t TEXTS[OPTION_COUNT] = {
    [OPTION_LISTS] = offsetof(struct options, lists) + 1,
    [OPTION_CALENDAR] = offsetof(struct options, calendar) + 1,
    [OPTION_AS_OF] = offsetof(struct options, as_of) + 1,
    [OPTION_KNOWN_AT] = offsetof(struct options, known_at) + 1,
    [OPTION_TODAY] = offsetof(struct options, today) + 1,
    [OPTION_INPUT_FORMAT] = offsetof(struct options, input_format) + 1,
    [OPTION_OUTPUT] = offsetof(struct options, output) + 1,
    [OPTION_ID] = offsetof(struct options, id) + 1,
    [OPTION_TITLE] = offsetof(struct options, title) + 1,
    [OPTION_COUNTY] = offsetof(struct options, county) + 1,
    [OPTION_VALID_FROM] = offsetof(struct options, valid_from) + 1,
    [OPTION_LEDGER] = offsetof(struct options, ledger) + 1,
    [OPTION_HEAD] = offsetof(struct options, head) + 1,
    [OPTION_KEY] = offsetof(struct options, key) + 1,
    [OPTION_BY] = offsetof(struct options, by) + 1,
    [OPTION_WHY] = offsetof(struct options, why) + 1,
    [OPTION_APPROVED_BY] = offsetof(struct options, approved_by) + 1,
    [OPTION_GROUND] = offsetof(struct options, ground) + 1,
    [OPTION_BASIS] = offsetof(struct options, basis) + 1,
    [OPTION_UNTIL] = offsetof(struct options, until) + 1,
    [OPTION_ON] = offsetof(struct options, on) + 1,
    [OPTION_DEPARTMENT] = offsetof(struct options, department) + 1,
    [OPTION_TASK] = offsetof(struct options, task) + 1,
    [OPTION_RULE] = offsetof(struct options, rule) + 1,
    [OPTION_FROM] = offsetof(struct options, from) + 1,
    [OPTION_TO] = offsetof(struct options, to) + 1,
    [OPTION_COMPARE] = offsetof(struct options, compare) + 1,
    [OPTION_VARIANT] = offsetof(struct options, variant) + 1,
    [OPTION_NUMBER] = offsetof(struct options, number) + 1,
    [OPTION_SIGNER] = offsetof(struct options, signer) + 1,
    [OPTION_ISSUER] = offsetof(struct options, issuer) + 1,
    [OPTION_DATE] = offsetof(struct options, date) + 1,
    [OPTION_CONTACT] = offsetof(struct options, contact) + 1,
    [OPTION_TOWNSHIP] = offsetof(struct options, township) + 1,
    [OPTION_NOTES] = offsetof(struct options, notes) + 1,
    [OPTION_BUNDLE] = offsetof(struct options, bundle) + 1,
    [OPTION_FAMILY] = offsetof(struct options, family) + 1,
    [OPTION_DATA] = offsetof(struct options, data) + 1,
    [OPTION_ADDRESS] = offsetof(struct options, address) + 1,
    [OPTION_ROLE] = offsetof(struct options, role) + 1,
    [OPTION_OFFICE] = offsetof(struct options, office) + 1,
    [OPTION_HISTORY] = offsetof(struct options, history) + 1,
};

static const size_t FLAGS[OPTION_COUNT] = {
    [OPTION_OPINION] = offsetof(struct options, opinion) + 1,   [OPTION_PROXY] = offsetof(struct options, proxy) + 1,
    [OPTION_CHECK] = offsetof(struct options, check) + 1,       [OPTION_TOKEN] = offsetof(struct options, token) + 1,
    [OPTION_RECORD] = offsetof(struct options, record) + 1,     [OPTION_KEEP_GOING] = offsetof(struct options, keep_going) + 1,
    [OPTION_NO_MATCH] = offsetof(struct options, no_match) + 1, [OPTION_FIX] = offsetof(struct options, fix) + 1,
    [OPTION_STRICT] = offsetof(struct options, strict) + 1,     [OPTION_VERBOSE] = offsetof(struct options, verbose) + 1,
    [OPTION_HELP] = offsetof(struct options, help) + 1,         [OPTION_VERSION] = offsetof(struct options, version) + 1,
};

static bool set_checked(struct options *out, enum option_id option, const char *value, const char *formats) {
    if (option == OPTION_RULES) return add_rules(out, value);
    if (option == OPTION_LANG) return parse_language(value, &out->language) || refuse(out, option, value, "zh, en");
    if (option == OPTION_FORMAT) return parse_format(formats, value, &out->format) || refuse_format(out, value, formats);
    if (option == OPTION_JOBS) return parse_jobs(value, &out->jobs) || refuse(out, option, value, "1..64");
    if (option == OPTION_COLOR) return set_colour(out, value);
    if (option == OPTION_MAX_FLIPS) {
        out->max_flips = value;
        return is_count(value) || refuse(out, option, value, "0, 1, 2 …");
    }
    if (option != OPTION_PORT) return false;
    out->port_given = true;
    return parse_port(value, &out->port) || refuse(out, option, value, "0..65535");
}

bool options_set(struct options *out, enum option_id option, const char *value, const char *formats) {
    if (TEXTS[option] > 0)
        memcpy((char *)out + TEXTS[option] - 1, &value, sizeof value);
    else if (FLAGS[option] > 0)
        *(bool *)((char *)out + FLAGS[option] - 1) = true;
    else
        return set_checked(out, option, value, formats);
    return true;
}

/* "  -o, --output FILE" */
static void put_option(struct buf *out, const struct option_info *option) {
    if (option->letter)
        buf_printf(out, "  -%c, --%s", option->letter, option->name);
    else
        buf_printf(out, "      --%s", option->name);
    if (option->argument) buf_printf(out, " %s", option->argument);
}

void options_put_help(struct buf *out, uint64_t set, const char *formats, quanze_language language) {
    for (int i = 0; i < OPTION_COUNT; i++) {
        if (!(set & OPTION_BIT(i))) continue;
        size_t start = out->length;
        put_option(out, &OPTIONS[i]);
        size_t width = out->length - start;
        buf_put_repeat(out, STR(" "), width < 29 ? 29 - width : 1);
        buf_put_text(out, word_text(OPTIONS[i].help, language));
        if (i == OPTION_FORMAT && formats) put_formats(out, formats);
        buf_put_char(out, '\n');
    }
}
