/* quanze.h - the public door of libquanze: who was handed a duty, and what came with it.
 *
 * A reader must believe four things:
 *   - every function returns a status; on anything but QUANZE_OK the caller's error struct says what was
 *     expected, in Chinese and English, with file, line and column where there are such;
 *   - outputs are written only on success;
 *   - the library never prints, logs, exits, aborts or asks the clock;
 *   - a `struct quanze` is frozen once open: any number of threads may use one at the same time.
 *
 * Example (the tests compile and run it):
 *
 *     #include <quanze.h>
 *     #include <stdio.h>
 *
 *     static bool print(void *payload, const void *bytes, size_t length) {
 *         return fwrite(bytes, 1, length, payload) == length;
 *     }
 *
 *     int main(int argc, char **argv) {           // argv: LIST RULES CALENDAR TASK
 *         struct quanze *engine = NULL;
 *         struct quanze_error error;
 *         if (argc != 5) return 64;
 *         struct quanze_options options = {.lists = argv[1], .rules = argv[2], .calendar = argv[3]};
 *         struct quanze_screen_request request = {
 *             .paths = (const char *const *)&argv[4], .path_count = 1, .today = "2026-11-22",
 *             .format = QUANZE_FORMAT_JSON, .sink = {print, stdout}};
 *         struct quanze_screen_summary summary;
 *         int status = (int)quanze_open(&options, &engine, &error);
 *         if (status == 0) status = (int)quanze_screen(engine, &request, &summary, &error);
 *         if (status != 0) fprintf(stderr, "%s\n", error.en);
 *         quanze_close(engine);
 *         return status != 0 ? status : summary.exit_code;
 *     }
 */
#ifndef QUANZE_H
#define QUANZE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define QUANZE_VERSION "0.1.0"

#if defined(__GNUC__)
#define QUANZE_API __attribute__((visibility("default")))
#else
#define QUANZE_API
#endif

/* Every limit for what a stranger can send, with its reason. */
enum quanze_limit {
    QUANZE_MAX_FILE_BYTES = 256 * 1024 * 1024, /* a list or task file; a county's year of tasks in JSON Lines streams instead */
    QUANZE_MAX_SCALAR_BYTES = 16 * 1024 * 1024, /* one text; the longest official document is far below */
    QUANZE_MAX_RECORD_BYTES = 32 * 1024 * 1024, /* one JSON Lines or CSV record: its body and room for the rest */
    QUANZE_MAX_NOTICE_BYTES = 1024 * 1024,      /* the text of one notice; the longest papers have a tenth of that */
    QUANZE_MAX_DEPTH = 32,                      /* nesting of YAML or JSON; the formats need 5 */
    QUANZE_MAX_PROBLEMS = 1000,                 /* problems kept of one run; further ones are counted */
    QUANZE_MAX_LIST_ITEMS = 1000000,            /* duty items in one list; the national mean is 340 */
    QUANZE_MAX_ELEMENTS = 4096,                 /* entries of one list-typed fact */
    QUANZE_MAX_RULES = 512,                     /* rules in one book: the plan keeps them in a fixed bit set */
    QUANZE_MAX_PACKS = 32,                      /* packs of rules at a time: a province, a city, a county and their years */
    QUANZE_MAX_RULE_BYTES = 256 * 1024,         /* one rule file */
    QUANZE_MAX_RULE_MEMORY = 4 * 1024 * 1024,   /* what one rule run may allocate over its start */
    QUANZE_MAX_RULE_STEPS = 200000,             /* Lua instructions of one rule run */
    QUANZE_MAX_RULE_TEXT = 4096,                /* bytes of one message or value that a rule returns */
    QUANZE_MAX_PACKAGE_PARTS = 4096,            /* parts of one .docx or .xlsx; a document with 1,000 pictures has about that */
    QUANZE_MAX_PACKAGE_BYTES = 256 * 1024 * 1024, /* all parts of one .docx or .xlsx, unpacked */
    QUANZE_MAX_PACKAGE_RATIO = 200, /* how much one part may swell when unpacked; tables of empty rows swell 20 times */
    QUANZE_FREE_PACKAGE_BYTES = 4 * 1024 * 1024, /* a part up to this size may swell as it likes */
    QUANZE_MAX_JOBS = 64,                        /* worker threads */
    QUANZE_ERROR_TEXT = 512                      /* bytes of one error sentence */
};

/* What a call came to. The values are the exit codes of the command. */
typedef enum quanze_status {
    QUANZE_OK = 0,
    QUANZE_USAGE = 64,         /* the request contradicts itself */
    QUANZE_BAD_DATA = 65,      /* a list, task, rule or calendar is not as its format says */
    QUANZE_NO_INPUT = 66,      /* no such file or folder, or not readable */
    QUANZE_INTERNAL = 70,      /* memory ran out, or a library failed in a way it should not */
    QUANZE_CANNOT_CREATE = 73, /* an output cannot be made */
    QUANZE_IO = 74             /* reading or writing broke off */
} quanze_status;

/* One sentence in each language, owned by the caller. `file` is "" and `line` and `column` are 0 where there is no place. */
struct quanze_error {
    quanze_status status;
    char zh[QUANZE_ERROR_TEXT];
    char en[QUANZE_ERROR_TEXT];
    char file[QUANZE_ERROR_TEXT];
    unsigned line, column; /* from 1; the column counts characters, not bytes */
};

typedef enum quanze_language { QUANZE_ZH, QUANZE_EN } quanze_language;

typedef enum quanze_format {
    QUANZE_FORMAT_TEXT,
    QUANZE_FORMAT_JSON,
    QUANZE_FORMAT_JSONL,
    QUANZE_FORMAT_YAML,
    QUANZE_FORMAT_CSV,
    QUANZE_FORMAT_HTML,      /* one page, whole in itself */
    QUANZE_FORMAT_HTML_PART, /* the inside of its <main>, for a server that has a frame of its own */
    QUANZE_FORMAT_DOCX,
    QUANZE_FORMAT_XLSX
} quanze_format;

/* Where output goes. Returns false when it could not take all bytes; the call then ends with QUANZE_IO. */
struct quanze_sink {
    bool (*write)(void *payload, const void *bytes, size_t length);
    void *payload;
};

/* One problem found in the input; borrowed for the call. A warning does not stop anything. */
struct quanze_problem {
    bool is_warning;
    const char *code; /* stable, lower case with hyphens: "unknown-key" */
    const char *zh, *en;
    const char *file;
    unsigned line, column; /* from 1; 0 = no place */
};

/* Called for each problem, in the order of the input, from the calling thread. May be NULL in a request. */
struct quanze_reporter {
    void (*problem)(void *payload, const struct quanze_problem *problem);
    void *payload;
};

/* Asked now and then by what may take long, from whichever thread does it; true: leave it off. The call then ends with
 * QUANZE_USAGE. NULL: never. */
struct quanze_patience {
    bool (*is_over)(void *payload);
    void *payload;
};

struct quanze;        /* an open engine */
struct quanze_ledger; /* an open ledger */

/* What an engine is made from. All strings are borrowed for the call only. */
struct quanze_options {
    const char
        *lists; /* duty list: a YAML file, or a folder of them read as one; required unless a call below says otherwise */
    const char *rules;     /* rule folder; required unless only lists are handled */
    const char *calendar;  /* folder of calendar years; NULL: every day that needs one is unknown */
    const char *thesaurus; /* file or folder of everyday words and list words; NULL: none. A list folder may hold its own,
                              `thesaurus` */
    const char
        *waivers; /* file or folder of further waivers, in the list's words; NULL or not there: none but the list's own */
    /* Further rule folders, laid over `rules`: packs (with a pack.yaml) or plain folders of added rules. Packs that the list
     * names are found by themselves, in `packs` of the rule folder or beside the list. */
    const char *const *packs;
    size_t pack_count;
    const char *known_at; /* YYYY-MM-DD: only what was published by then counts: list, powers, parameters, packs; NULL: all */
    bool skip_examples; /* the rules' own examples are not read: only quanze_rules_show shows them, and screening starts sooner
                         */
    bool strict_budget; /* count instructions in every rule, not only where a loop could run away */
    unsigned jobs;      /* threads that the rules and lists are read with; 0 = 1. What comes of it is the same */
    struct quanze_patience patience; /* of running the rules' examples: lint, test, coverage */
    struct quanze_reporter reporter;
};

/* Reads lists, rules and calendar and freezes them. All problems of all files are reported before it returns QUANZE_BAD_DATA.
 */
QUANZE_API quanze_status quanze_open(const struct quanze_options *options, struct quanze **out, struct quanze_error *error);

/* Frees an engine; NULL is allowed. */
QUANZE_API void quanze_close(struct quanze *engine);

/* A file in memory; its name tells what it is, as the ending of a path does. */
struct quanze_input {
    const char *name;
    const void *bytes;
    size_t length;
};

/* The tools of a run, kept warm for the next one: for who screens a few tasks at a time, again and again. One thread at a time.
 */
struct quanze_screener;

/* The engine is borrowed for as long as it is open. */
QUANZE_API quanze_status quanze_screener_open(const struct quanze *engine, struct quanze_screener **out,
                                              struct quanze_error *error);

/* NULL is allowed. */
QUANZE_API void quanze_screener_close(struct quanze_screener *screener);

/* One screening run over any number of tasks. */
struct quanze_screen_request {
    const char *const *paths; /* files or folders; "-" is standard input, read by descriptor 0 */
    size_t path_count;
    const struct quanze_input *inputs; /* files in memory, judged behind those of `paths`; either may be none */
    size_t input_count;
    const char *input_format; /* "yaml" "json" "jsonl" "csv" "xlsx"; NULL: by the file's name, and by its first bytes for "-" */
    const char *as_of;        /* YYYY-MM-DD: judge by what was in force then; NULL: the task's own date */
    const char *today;        /* YYYY-MM-DD, asked of the clock by the face; used for a task without any date */
    bool no_match;            /* take only the list item the task declares */
    const char *history;      /* file or folder of earlier tasks, for the rules that ask the past; NULL: they are not checked */
    const struct quanze_input *history_inputs; /* such files in memory, read behind those of `history`; either may be none */
    size_t history_input_count;
    bool fix;      /* also the smallest sets of changes that would make a task admissible */
    unsigned jobs; /* worker threads; 0 = 1 */
    quanze_language language;
    quanze_format format; /* TEXT, JSON (one object when one task was judged, else an array), JSONL (one line a task), HTML,
                             DOCX: an opinion */
    bool colour;          /* TEXT: terminal colours */
    bool verbose;         /* TEXT: also what passed */
    struct quanze_sink sink;
    struct quanze_reporter
        reporter; /* bad records: counted, the first QUANZE_MAX_PROBLEMS problems told; the rest still runs */
    /* May be NULL; called about every 1000 tasks, from the calling thread. `bytes_total` 0: not known, as with a pipe. */
    void (*progress)(void *payload, uint64_t done, uint64_t bytes_read, uint64_t bytes_total);
    void *progress_payload;
    struct quanze_ledger *record; /* where tasks and decisions are written, open for writing; NULL: nowhere */
    const char *now;              /* YYYY-MM-DDTHH:MM, asked of the clock by the face; required with `record` */
    const char *past;             /* path of a ledger that rules of the past may ask; NULL: there is no past to ask */
    const char *past_office;      /* the past is asked for tasks that this office sends or receives alone; NULL: for all */
    const char *office; /* only tasks that this office sends or receives are judged, others are bad records; NULL: all are */
    struct quanze_screener *screener; /* of the same engine; `jobs` is then 1. NULL: the tools are made for this run alone */
    bool words;          /* HTML: where a task carries its text, the words that its facts stand in are shown, as for a notice */
    const char *correct; /* HTML: stands before a fact in the address where it can be corrected ("#fact-"); NULL: nowhere */
    bool opinion; /* HTML: the opinion of the screening as an official paper, instead of the verdict's page; DOCX is that anyway
                   */
    /* Where the proof bundle of the one task goes; NULL: none is made. QUANZE_USAGE when there are several tasks. */
    const struct quanze_sink *bundle;
    const char *folder; /* where a temporary folder may be made; required with `bundle` */
};

struct quanze_screen_summary {
    uint64_t tasks;       /* judged */
    uint64_t bad_records; /* reported and left out */
    uint64_t admitted, conditional, held, rejected;
    uint64_t recorded; /* decisions newly written to the ledger; the others were there already */
    int exit_code;     /* of the contract: 65 if a record was bad, else 1 if any was rejected, else 2 if any is held, else 0 */
};

/* Screens tasks, in the order of the input whatever the number of jobs; memory does not grow with their number. A bad record
 * does not stop the others; QUANZE_OK then still is the status and `bad_records` says so. All paths are looked at before the
 * first task is judged: QUANZE_NO_INPUT when one is missing or unreadable; QUANZE_BAD_DATA when the history has a bad record,
 * since half a past would be a wrong one. QUANZE_USAGE: no list or rules, a bad day, too many jobs. */
QUANZE_API quanze_status quanze_screen(const struct quanze *engine, const struct quanze_screen_request *request,
                                       struct quanze_screen_summary *out, struct quanze_error *error);

/* One comparison of papers: tasks, and plain texts (.txt, .md). */
struct quanze_similar_request {
    const char *const *paths; /* files or folders; "-" is standard input, with tasks in it */
    size_t path_count;
    const struct quanze_input
        *inputs; /* files in memory, compared with those of `paths`; told apart by the ending of the name */
    size_t input_count;
    const char *input_format; /* of task files, as in quanze_screen_request */
    const char *as_of;        /* YYYY-MM-DD: by which items of the list; NULL: the task's own date, else the list's first day */
    quanze_language language;
    quanze_format format; /* TEXT, HTML_PART or JSON: contract section 7, duplicate groups */
    bool colour;
    struct quanze_sink sink;
    struct quanze_reporter reporter; /* bad records; the rest is compared */
};

struct quanze_similar_summary {
    uint64_t papers, bad_records, groups;
};

/* Finds papers that are copies of each other, places, dates and numbers masked; versions of one paper; forms that ask for the
 * same; and one list item asked for by several issuers. The engine's list says which names are places; `engine` NULL, or
 * without a list: none are, and items are not looked for. Papers are kept as hashes, four bytes a character. Errors as of
 * quanze_screen. */
QUANZE_API quanze_status quanze_similar(const struct quanze *engine, const struct quanze_similar_request *request,
                                        struct quanze_similar_summary *out, struct quanze_error *error);

/* One notice to be read: a .docx, .txt, .md or .html file, in UTF-8 or GB18030, told apart by its bytes. */
struct quanze_read_request {
    const char *path;                 /* "-" is standard input */
    const struct quanze_input *input; /* instead of `path`: a file in memory; or NULL */
    quanze_language language;
    quanze_format
        format; /* YAML: a task file with the words behind each fact as comments; JSON: contract section 7; TEXT: a page */
    bool colour;
    struct quanze_sink sink;
};

/* Reads a notice to a task. The engine's list names the townships behind "各乡镇", its calendar dates deadlines in working
 * days; it may be NULL: such facts then stay unsure. QUANZE_BAD_DATA when the file cannot be read as a notice, and how to
 * convert it; QUANZE_NO_INPUT, QUANZE_IO. quanze_screen reads notices by itself where a path ends as those do, and shows the
 * words behind the facts with the verdict. */
QUANZE_API quanze_status quanze_read(const struct quanze *engine, const struct quanze_read_request *request,
                                     struct quanze_error *error);

/* A township's answer to one task, as an official paper in Chinese. Strings may be NULL where not said otherwise. */
struct quanze_refuse_request {
    const char *path;                   /* a file with one task, or a notice; "-" is standard input */
    const struct quanze_input *input;   /* instead of `path`: a file in memory; or NULL */
    const char *input_format;           /* as in quanze_screen_request */
    const char *as_of, *today;          /* as in quanze_screen_request */
    const char *past;                   /* path of a ledger that rules of the past may ask */
    const char *variant;                /* "refusal" (NULL: this), "conditional", "time", "resources", "receipt" */
    const char *township;               /* that answers; NULL: the one that the task goes to, where it is one */
    const char *number, *signer, *date; /* of the letter, date YYYY-MM-DD; a draft unless all three are given */
    const char *contact;                /* name and telephone */
    quanze_language language;           /* of the notes */
    quanze_format format;               /* DOCX, HTML, HTML_PART, TEXT */
    struct quanze_sink sink;  /* the letter; nothing is written when it is not open; `write` NULL: it is weighed only */
    struct quanze_sink notes; /* what stands beside the letter, as plain text: citations still to be verified, what makes it a
                               * draft, or why it cannot be written and which letters can; `write` may be NULL */
    struct quanze_reporter reporter;  /* what is wrong with the task */
    const struct quanze_sink *bundle; /* where the proof bundle goes, the letter in it; NULL: none is made */
    const char *folder;               /* where a temporary folder may be made; required with `bundle` */
};

struct quanze_refuse_summary {
    bool is_written, is_draft;
    int exit_code; /* 0, or 1 when this letter is not open */
    unsigned open; /* the letters that can be written: a bit each, in the order of `variant` */
};

/* Decides the task and writes the letter. Its genre follows the issuer: a letter to an equal; a report with an objection, or a
 * request, to those that may not be refused. A basic duty is never refused. The text comes from `letters/VARIANT.txt` in the
 * last pack that has it, else in the rule folder (quanze-letter(5)). QUANZE_USAGE: no rules, an unknown variant, a task for
 * several townships and none named; QUANZE_BAD_DATA: no single good task in the file, or a wrong template. */
QUANZE_API quanze_status quanze_refuse(const struct quanze *engine, const struct quanze_refuse_request *request,
                                       struct quanze_refuse_summary *out, struct quanze_error *error);

/* Packs now what all bundles of the engine hold, as the first one does else. Errors: as for a bundle. */
QUANZE_API quanze_status quanze_prepare_bundles(const struct quanze *engine, const char *folder, struct quanze_error *error);

struct quanze_verify_request {
    const char *path;                 /* of the bundle; "-" is standard input */
    const struct quanze_input *input; /* one in memory instead; NULL: `path` */
    const char *folder;               /* where a temporary folder may be made; it is removed again */
    quanze_language language;
    quanze_format format; /* TEXT or JSON ("quanze/bundle-verify/1") */
    bool colour;
    struct quanze_sink sink;
    struct quanze_reporter reporter; /* all that is wrong with what is no sound bundle */
};

/* Decides a proof bundle again from its own files alone: no list, no rules, no ledger of this machine. `*same` tells whether
 * all hashes hold and verdict and findings are what they were; the page tells what differs, and which version decided.
 * QUANZE_BAD_DATA: it is no bundle, or files are missing, double, extra or not readable. */
QUANZE_API quanze_status quanze_verify(const struct quanze_verify_request *request, bool *same, struct quanze_error *error);

/* How a page is asked for: `language`, `format`, where it goes. */
struct quanze_page_request {
    quanze_language language;
    quanze_format format;
    bool colour;
    const char *as_of; /* YYYY-MM-DD or NULL for every day */
    const char *to;    /* quanze_list_diff: the day of the second list; NULL: `as_of` */
    const char *today; /* YYYY-MM-DD: lint tells what lapses soon after `as_of`, else after this day; NULL: neither */
    const char *name;  /* the one item, rule or fact to show, or the text to search for; NULL: all */
    /* quanze_ledger_log: only rows behind this one; dues, complaints, corrections, seals: so many are left out first */
    int64_t after;
    size_t most; /* of the same: at most so many rows; 0: all */
    bool newest; /* the last first: the log then goes on before the row `after`; complaints, corrections: what waits first */
    const char *more; /* HTML: before `after` in the next page's address, before "1" in that of a diff with tasks; NULL: none */
    const char *link; /* HTML: what stands before the id of a task or list item in a link to it ("/tasks/"); NULL: no links */
    const char *task_link; /* HTML of quanze_list_diff: stands before the id of a task in a link; NULL: no links */
    /* corrections and complaints, HTML: id of the form of which each row is a choice, "number"; NULL: none */
    const char *choose;
    int64_t chosen;              /* with `choose`: the number that is chosen already; 0: none */
    const char *county;          /* quanze_ledger_seals: stands on the paper; NULL: left blank */
    const struct quanze *engine; /* quanze_ledger_show, HTML: names the rules in English; NULL: none */
    struct quanze_sink sink;
};

/* Checks a list without needing rules to pass. QUANZE_OK when it has no error (warnings allowed), else QUANZE_BAD_DATA.
 * Uses `lists`, and where given `rules` (rules of stage "list") and `calendar`. Writes the page in either case. */
QUANZE_API quanze_status quanze_list_lint(const struct quanze_options *options, const struct quanze_page_request *request,
                                          struct quanze_error *error);

/* Shows the list of an engine, or the item `name`. QUANZE_NO_INPUT with the nearest id when there is no such item.
 * TEXT, JSON, JSONL, YAML, HTML; HTML of the whole list with `link` names each item with a link to its page, and no more. */
QUANZE_API quanze_status quanze_list_show(const struct quanze *engine, const struct quanze_page_request *request,
                                          struct quanze_error *error);

/* Finds up to five list items that a text speaks of, among those in force on `as_of` (NULL: on the first day of the list).
 * TEXT, JSON, HTML. */
QUANZE_API quanze_status quanze_list_search(const struct quanze *engine, const struct quanze_page_request *request,
                                            struct quanze_error *error);

/* Tables of a published list: .xlsx, .docx, HTML or CSV, told by their bytes. */
struct quanze_import_request {
    const char *const *paths;
    size_t path_count;
    const char *id, *title, *county; /* of the new list; NULL: as the tables say, else made up, which is reported */
    const char *valid_from;          /* YYYY-MM-DD; NULL: as the tables say, else `today` */
    const char *today;               /* YYYY-MM-DD, asked of the clock by the face */
    quanze_language language;
    quanze_format format; /* YAML: the list, with what was guessed above it; JSON: contract section 7, `list import` */
    struct quanze_sink sink;
    struct quanze_reporter reporter; /* rows left out and words made up, as warnings; cells that do not fit, as errors */
};

/* Makes a duty list from the tables of one or several files. QUANZE_BAD_DATA when a file cannot be read (the error says how to
 * convert it), no item is found, or a cell does not hold what its column asks; nothing is then written. */
QUANZE_API quanze_status quanze_list_import(const struct quanze_import_request *request, struct quanze_error *error);

/* Writes the list of an engine as an Excel workbook (.xlsx) that `quanze_list_import` reads back without loss. Of the request
 * `as_of` and `sink` count. QUANZE_BAD_DATA when a text is longer than a cell can hold. */
QUANZE_API quanze_status quanze_list_export(const struct quanze *engine, const struct quanze_page_request *request,
                                            struct quanze_error *error);

/* Compares the lists of two engines, the first as it is on `as_of`, the second on `to` (NULL: on its own first day; a day
 * before that is that day): items added, dropped, moved to another kind, reworded; powers granted and taken back. With `ledger`
 * (else NULL) also which of its open tasks each change touches. TEXT, HTML or JSON ("quanze/list-diff/1"). */
QUANZE_API quanze_status quanze_list_diff(const struct quanze *before, const struct quanze *after, struct quanze_ledger *ledger,
                                          const struct quanze_page_request *request, struct quanze_error *error);

/* Lists the rule book, or shows the rule `name` with its reasons, facts, basis, parameters and examples: TEXT, JSON, HTML;
 * without a name the whole book, which only HTML can hold; with `link` its contents alone, each rule a link. */
QUANZE_API quanze_status quanze_rules_list(const struct quanze *engine, const struct quanze_page_request *request,
                                           struct quanze_error *error);
QUANZE_API quanze_status quanze_rules_show(const struct quanze *engine, const struct quanze_page_request *request,
                                           struct quanze_error *error);

/* The family (the folder) that the id of a rule, or the name of a family, speaks of: "TIME-020" and "SD-TIME-001" are of
 * "time". NULL when it speaks of none. */
QUANZE_API const char *quanze_rule_family(const char *id);

struct quanze_new_rule_request {
    const char *id, *family; /* `family` NULL: as quanze_rule_family says */
    const char *since;       /* YYYY-MM-DD: its first day */
    struct quanze_sink sink;
};

/* Writes the skeleton of a rule that passes lint, to be filled in. QUANZE_USAGE when the id is not as ids are, stands already
 * in the engine's rules, or speaks of no family and none is named. */
QUANZE_API quanze_status quanze_rules_new(const struct quanze *engine, const struct quanze_new_rule_request *request,
                                          struct quanze_error *error);

/* Checks rule files (`options.rules`: a file or a folder), with `options.packs` and then with each pack of the folder's own
 * `packs` laid over them, and runs every rule's own examples (lint: when `options.calendar` is named). QUANZE_OK when nothing
 * is wrong, else QUANZE_BAD_DATA. Writes the page in either case. */
QUANZE_API quanze_status quanze_rules_lint(const struct quanze_options *options, const struct quanze_page_request *request,
                                           struct quanze_error *error);
QUANZE_API quanze_status quanze_rules_test(const struct quanze_options *options, const struct quanze_page_request *request,
                                           struct quanze_error *error);

/* Holds the rules against the statements they are to check (`coverage.yaml` in the rule folder), and their examples against
 * small mistakes made in them one by one. QUANZE_OK also when some are not noticed: the page lists them. */
QUANZE_API quanze_status quanze_rules_coverage(const struct quanze_options *options, const struct quanze_page_request *request,
                                               struct quanze_error *error);

/* What each rule costs over some tasks. */
struct quanze_profile_request {
    const char *const *paths; /* tasks, as in quanze_screen_request */
    size_t path_count;
    const char *input_format, *as_of, *today;
    uint64_t (*now_ns)(void *payload); /* a clock that never goes back; NULL: instructions alone are told */
    void *payload;
    quanze_language language;
    quanze_format format; /* TEXT or JSON ("quanze/rule-profile/1") */
    struct quanze_sink sink;
    struct quanze_reporter reporter; /* bad records; the rest is measured */
};

/* Screens the tasks with one thread and tells for each rule how often it ran, its instructions, its share of the time, and what
 * makes it dear. Errors as of quanze_screen. */
QUANZE_API quanze_status quanze_rules_profile(const struct quanze *engine, const struct quanze_profile_request *request,
                                              struct quanze_error *error);

/* Writes the fact table as a page (`quanze help facts`), or a JSON Schema made from it: `name` is "task" or "list". */
QUANZE_API quanze_status quanze_facts(const struct quanze_page_request *request, struct quanze_error *error);
QUANZE_API quanze_status quanze_schema(const struct quanze_page_request *request, struct quanze_error *error);

/* Words that forms let choose from: states of a task, grounds; departments and townships of the list; rules that screen. */
typedef enum quanze_vocabulary {
    QUANZE_STATES,
    QUANZE_GROUNDS,
    QUANZE_DEPARTMENTS,
    QUANZE_DEPARTMENT_IDS, /* chosen is the name, a blank and the id */
    QUANZE_TOWNSHIPS,
    QUANZE_RULES
} quanze_vocabulary;

/* Writes them as options of an HTML choice; `request->name` (or NULL) is chosen. `engine` NULL: only states and grounds. */
QUANZE_API quanze_status quanze_choices(const struct quanze *engine, quanze_vocabulary vocabulary,
                                        const struct quanze_page_request *request, struct quanze_error *error);

/* What HTML_PART pages need beside them: "style.css", "sort.js", "drill.js". NUL-ended, lives as long as the library; NULL when
 * there is none of that name, and `*length` is then 0. */
QUANZE_API const char *quanze_page_asset(const char *name, size_t *length);

/* The version of the library, "MAJOR.MINOR.PATCH". */
QUANZE_API const char *quanze_version(void);

#ifdef __cplusplus
}
#endif

#include <quanze_form.h>

#include <quanze_ledger.h>

#include <quanze_audit.h>

#endif
