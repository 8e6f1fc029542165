#include <cli/options.h>

#include <base/utf8.h>
#include <cli/complain.h>
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
    {"from", 0, "YYYY-MM", WORD_OPTION_FROM},
    {"to", 0, "YYYY-MM", WORD_OPTION_TO},
    {"compare", 0, "YYYY-MM", WORD_OPTION_COMPARE},
    {"family", 0, "FAMILY", WORD_OPTION_FAMILY},
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
    {"date", 0, "DATE", WORD_OPTION_DATE},
    {"contact", 0, "TEXT", WORD_OPTION_CONTACT},
    {"township", 0, "NAME", WORD_OPTION_TOWNSHIP},
    {"notes", 0, "FILE", WORD_OPTION_NOTES},
    {"bundle", 0, "FILE", WORD_OPTION_BUNDLE},
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

/* Index of `word` among words parted by blanks, or -1. */
static int word_index(const char *words, const char *word) {
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
    if (word_index(formats, text) < 0) return false;
    *out = (quanze_format)word_index(ALL, text);
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
    int index = word_index("auto always never", value);
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

bool options_set(struct options *out, enum option_id option, const char *value, const char *formats) {
    switch (option) {
    case OPTION_LISTS: out->lists = value; return true;
    case OPTION_RULES: return add_rules(out, value);
    case OPTION_CALENDAR: out->calendar = value; return true;
    case OPTION_AS_OF: out->as_of = value; return true;
    case OPTION_KNOWN_AT: out->known_at = value; return true;
    case OPTION_TODAY: out->today = value; return true;
    case OPTION_INPUT_FORMAT: out->input_format = value; return true;
    case OPTION_OUTPUT: out->output = value; return true;
    case OPTION_ID: out->id = value; return true;
    case OPTION_TITLE: out->title = value; return true;
    case OPTION_COUNTY: out->county = value; return true;
    case OPTION_VALID_FROM: out->valid_from = value; return true;
    case OPTION_LEDGER: out->ledger = value; return true;
    case OPTION_HEAD: out->head = value; return true;
    case OPTION_KEY: out->key = value; return true;
    case OPTION_BY: out->by = value; return true;
    case OPTION_WHY: out->why = value; return true;
    case OPTION_APPROVED_BY: out->approved_by = value; return true;
    case OPTION_GROUND: out->ground = value; return true;
    case OPTION_BASIS: out->basis = value; return true;
    case OPTION_UNTIL: out->until = value; return true;
    case OPTION_ON: out->on = value; return true;
    case OPTION_DEPARTMENT: out->department = value; return true;
    case OPTION_TASK: out->task = value; return true;
    case OPTION_FROM: out->from = value; return true;
    case OPTION_TO: out->to = value; return true;
    case OPTION_COMPARE: out->compare = value; return true;
    case OPTION_VARIANT: out->variant = value; return true;
    case OPTION_NUMBER: out->number = value; return true;
    case OPTION_SIGNER: out->signer = value; return true;
    case OPTION_DATE: out->date = value; return true;
    case OPTION_CONTACT: out->contact = value; return true;
    case OPTION_TOWNSHIP: out->township = value; return true;
    case OPTION_NOTES: out->notes = value; return true;
    case OPTION_FAMILY: out->family = value; return true;
    case OPTION_BUNDLE: out->bundle = value; return true;
    case OPTION_DATA: out->data = value; return true;
    case OPTION_ADDRESS: out->address = value; return true;
    case OPTION_ROLE: out->role = value; return true;
    case OPTION_OFFICE: out->office = value; return true;
    case OPTION_PROXY: out->proxy = true; return true;
    case OPTION_CHECK: out->check = true; return true;
    case OPTION_TOKEN: out->token = true; return true;
    case OPTION_PORT: out->port_given = true; return parse_port(value, &out->port) || refuse(out, option, value, "0..65535");
    case OPTION_RECORD: out->record = true; return true;
    case OPTION_KEEP_GOING: out->keep_going = true; return true;
    case OPTION_NO_MATCH: out->no_match = true; return true;
    case OPTION_HISTORY: out->history = value; return true;
    case OPTION_FIX: out->fix = true; return true;
    case OPTION_STRICT: out->strict = true; return true;
    case OPTION_VERBOSE: out->verbose = true; return true;
    case OPTION_HELP: out->help = true; return true;
    case OPTION_VERSION: out->version = true; return true;
    case OPTION_LANG: return parse_language(value, &out->language) || refuse(out, option, value, "zh, en");
    case OPTION_FORMAT: return parse_format(formats, value, &out->format) || refuse_format(out, value, formats);
    case OPTION_JOBS: return parse_jobs(value, &out->jobs) || refuse(out, option, value, "1..64");
    case OPTION_COLOR: return set_colour(out, value);
    case OPTION_COUNT: break;
    }
    return false;
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
