/* options.h - the options of all commands, in one table. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <base/buf.h>
#include <cli/words.h>

enum option_id {
    OPTION_LISTS,
    OPTION_RULES,
    OPTION_CALENDAR,
    OPTION_AS_OF,
    OPTION_KNOWN_AT,
    OPTION_TODAY,
    OPTION_LANG,
    OPTION_FORMAT,
    OPTION_INPUT_FORMAT,
    OPTION_OUTPUT,
    OPTION_JOBS,
    OPTION_NO_MATCH,
    OPTION_HISTORY,
    OPTION_FIX,
    OPTION_STRICT,
    OPTION_VERBOSE,
    OPTION_COLOR,
    OPTION_ID,
    OPTION_TITLE,
    OPTION_COUNTY,
    OPTION_VALID_FROM,
    OPTION_LEDGER,
    OPTION_RECORD,
    OPTION_KEEP_GOING,
    OPTION_HEAD,
    OPTION_KEY,
    OPTION_BY,
    OPTION_WHY,
    OPTION_APPROVED_BY,
    OPTION_GROUND,
    OPTION_BASIS,
    OPTION_UNTIL,
    OPTION_ON,
    OPTION_DEPARTMENT,
    OPTION_TASK,
    OPTION_RULE,
    OPTION_FROM,
    OPTION_TO,
    OPTION_COMPARE,
    OPTION_FAMILY,
    OPTION_MAX_FLIPS,
    OPTION_DATA,
    OPTION_ADDRESS,
    OPTION_PORT,
    OPTION_PROXY,
    OPTION_CHECK,
    OPTION_ROLE,
    OPTION_OFFICE,
    OPTION_TOKEN,
    OPTION_VARIANT,
    OPTION_NUMBER,
    OPTION_SIGNER,
    OPTION_ISSUER,
    OPTION_DATE,
    OPTION_CONTACT,
    OPTION_TOWNSHIP,
    OPTION_NOTES,
    OPTION_BUNDLE,
    OPTION_OPINION,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
};

/* A set of options is a sum of these. */
#define OPTION_BIT(option) (UINT64_C(1) << (option))

enum colour_choice { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* What was written; NULL or false where it was not. */
struct options {
    const char *lists, *rules, *calendar, *as_of, *known_at, *today, *input_format, *output, *history;
    const char *id, *title, *county, *valid_from;                                  /* of a list to be imported */
    const char *ledger, *head, *key;                                               /* of the ledger */
    const char *by, *why, *approved_by, *ground, *basis, *until, *on, *department; /* of a move, a complaint, a correction */
    const char *from, *to, *compare;                                               /* of an audit */
    const char *task, *rule;                                                       /* of a correction */
    const char *bundle;                                                            /* file of the proof bundle */
    const char *max_flips;                                                         /* of a replay */
    const char *family;                                                            /* of a new rule */
    const char *data, *address, *role, *office;                                    /* of the server and its accounts */
    const char *variant, *number, *signer, *issuer, *date, *contact, *township, *notes; /* of a letter */
    const char *packs[QUANZE_MAX_PACKS];                                                /* the rule folders behind the first */
    size_t pack_count;
    quanze_language language;
    quanze_format format;
    const char *format_asked; /* by --format; NULL: the command's usual one, or that of the file's ending */
    enum colour_choice colour;
    unsigned jobs, port;
    bool opinion, no_match, fix, strict, verbose, record, keep_going, proxy, check, token, port_given, help, version;
};

struct command;

/* The language to complain in, before anything else is understood: --lang, else QUANZE_LANG, else Chinese. */
quanze_language options_language(int argc, char **argv);

/* Index of the first argument that is neither an option nor an option's value, or `argc`. */
int options_first_operand(int argc, char **argv, int from);

/* Understands the arguments (argv[0] is the program; the command's own words are taken out). `command` NULL: only options that
 * every command has. Operands are moved to the end, `*first_operand` is where they begin. False when something is wrong,
 * which has then been told. */
bool options_parse(int argc, char **argv, const struct command *command, struct options *out, int *first_operand);

/* One row of the table. */
struct option_info {
    const char *name;
    char letter;          /* or 0 */
    const char *argument; /* as help shows it, or NULL for an option without */
    enum word help;
};

/* The table, OPTION_COUNT rows in the order of enum option_id. */
const struct option_info *options_table(void);

/* Index of `word` among words parted by blanks, such as a command's formats, or -1. */
int options_word_index(const char *words, const char *word);

/* Takes one option; `value` is NULL for those without, `formats` as in struct command. False when the value is not one of
 * those expected, which has then been told. */
bool options_set(struct options *out, enum option_id option, const char *value, const char *formats);

/* Appends a line for each option of the set, aligned; `formats` as in struct command. */
void options_put_help(struct buf *out, uint64_t set, const char *formats, quanze_language language);

#endif
