/* rule.h - rules: pure functions of the facts they name, in a sandbox.
 *
 * A reader must believe:
 *   - a rule sees its `needs`, then its `may` facts, then its parameters, and nothing else;
 *   - a book is frozen once loaded and holds no Lua state; a core is one Lua state with the book's functions in it,
 *     for one thread; two cores never share anything that changes;
 *   - a book may hold several editions of one rule, for days that follow each other: a pack, or a parameter with dates, makes
 *     of a rule something else from a day on. On any one day at most one edition of a rule is in force;
 *   - whatever a rule does, `rule_run` returns; a limit tripped, an error thrown or a wrong return is STATUS_ERROR
 *     with the rule's file and line in the outcome, and the core is usable for the next rule.
 */
#ifndef RULE_RULE_H
#define RULE_RULE_H

#include <model/calendar.h>
#include <model/list.h>
#include <model/pack.h>
#include <model/task.h>
#include <model/verdict.h>

/* A message of `says`: a template with {name}, or {name:FORMAT} where FORMAT is one of
 * yuan (fen), time (minute), date (day), percent (0.6 is 60%), list (texts joined), choice (a word of a vocabulary). */
struct message {
    struct str key;
    struct bilingual text;
    struct texts placeholders; /* the names in the template, each once, sorted; the same in both languages */
};

/* Which way a parameter makes its rule harder on those who send tasks. */
enum parameter_side { SIDE_UNSAID, SIDE_HIGHER, SIDE_LOWER };

/* A default and the first day on which it holds. */
struct parameter_step {
    int32_t from;
    double value;
};

/* A threshold of a rule. A default may be a dated series: one value from each day on, the first no later than the rule. */
struct rule_parameter {
    struct str name, unit, source;
    double default_value;               /* the newest */
    const struct parameter_step *steps; /* oldest first; none = the default never changed */
    size_t step_count;
    enum parameter_side harder;
    double least, most; /* what it may be; -INFINITY and INFINITY when the rule does not say */
    double value;       /* what it is: the default, until packs and list are laid over the book */
    bool is_local;      /* a list says it */
};

/* The default on a day. */
double rule_parameter_default(const struct rule_parameter *parameter, int32_t day);

enum condition_kind { CONDITION_ANY_OF, CONDITION_AT_LEAST, CONDITION_AT_MOST };

/* One condition of `applies`; several hold together. Written in a rule file as
 *   fact = word | { word, word } | true | false | number | { at_least = n } | { at_most = n }
 * For a list-typed fact ANY_OF holds when fact and condition share an element. A stated none equals false, 0, "" and {}. */
struct condition {
    enum fact_id fact;
    enum condition_kind kind;
    const struct value *any_of; /* of the fact's type, for lists of its element type */
    size_t count;
    int64_t limit; /* in the fact's own unit */
};

struct fact_value {
    enum fact_id fact;
    struct value value;
};

/* What a rule file promises of itself: the status for these facts. Filter facts that an example does not give are taken to
 * hold. */
struct rule_example {
    struct str name;
    struct fact_value *facts; /* derived facts may be given like any other */
    size_t fact_count;
    enum status expect; /* STATUS_NOT_APPLICABLE is written "skip" */
    struct str says;    /* key of the expected message, or empty */
    int32_t on;         /* the day on which it is judged; DAY_NONE: the newest day of the rule */
    unsigned line;
};

/* What a pack made of a rule. */
struct rule_change {
    const struct pack *pack;
    const struct pack_change *change;
};

/* A search of a check: whether one of the words stands in the text that is its argument, or without words whether that is
 * blank (search.h). */
struct rule_search {
    size_t argument; /* of the facts of `needs` and, behind them, of `may` */
    struct texts words;
};

struct rule_searches {
    struct rule_search *at;
    size_t count;
    uint64_t arguments; /* a bit for each argument of which only the answers are seen */
};

struct plain_check;

struct rule {
    struct str id, path; /* path as opened, for messages */
    enum family family;
    enum level level;
    enum stage stage;
    enum subject subject; /* of stage audit */
    struct bilingual title, why;
    struct cites basis;
    struct texts seeds;
    int ground;                  /* index into GROUND, -1 = none */
    struct validity validity;    /* since, until */
    struct validity edition;     /* the days of this edition, within `validity` */
    const struct pack *pack;     /* that brought it, or NULL */
    struct rule_change *changes; /* of packs in force on the days of this edition, in their order */
    size_t change_count;
    bool disabled; /* by a pack: it is listed and never run */
    struct rule_parameter *parameters;
    size_t parameter_count;
    struct condition *applies;
    size_t applies_count;
    enum fact_id *needs, *may;
    size_t need_count, may_count;
    struct fact_set need_set, filter_set; /* the facts of `needs`; those of `applies` */
    struct message *says;
    size_t says_count;
    bool has_remedy;        /* false: `remedy = false`, nothing in the task can cure it */
    bool emergency_excuses; /* default true; `emergency = "never"`: a running emergency does not excuse its failure */
    bool counts_steps;      /* it loops or calls what is not bounded: instructions are counted in every run */
    bool guards_facts;      /* its code does not show that it never writes to a list it is given: lists come read-only */
    struct rule_searches searches;
    const struct plain_check *plain; /* its check as instructions (plain.h); NULL: not kept */
    struct rule_example *examples;
    size_t example_count;
    struct str source; /* the file's text */
    struct str code;   /* the file compiled by this process when it was examined, for cores; never read from a file */
};

struct rulebook {
    struct arena arena;
    struct rule *rules; /* sorted by id, editions of one id by their days */
    size_t count;
    const struct pack *packs; /* that were laid over the book, in their order; borrowed */
    size_t pack_count;
    int32_t known_at;     /* only what was published by then counts; DAY_NONE: all does */
    struct digest digest; /* of ids and sources in id order, and of the packs */
};

/* A folder of rules (or one file), with the pack it belongs to; NULL for the national rules. */
struct rule_folder {
    const char *path;
    const struct pack *pack;
    bool to_run; /* for running alone: the rules' examples are not read, which halves the time */
};

/* Loads every *.lua below `path` (or the one file), its sub-folder `packs` left out. Everything wrong in any file goes to
 * `problems`; the book then holds the rules that are right. QUANZE_NO_INPUT, QUANZE_INTERNAL as usual. */
quanze_status rulebook_load(const char *path, struct rulebook **out, struct problems *problems, struct quanze_error *error);

/* The files that rulebook_load loads, in that order; in the arena. */
quanze_status rulebook_files(const char *path, struct arena *arena, const char ***files, size_t *count,
                             struct quanze_error *error);

/* The same for several folders as one book; an id that stands in two is a problem of the later. The first must hold rules, a
 * pack may hold none. On up to `threads` threads. */
quanze_status rulebook_load_all(const struct rule_folder *folders, size_t count, size_t threads, struct rulebook **out,
                                struct problems *problems, struct quanze_error *error);

/* A book of the one rule that the file at `path` would hold with this text (copied); empty when it is wrong: see `problems`. */
quanze_status rulebook_read(const char *path, struct str source, struct rulebook **out, struct problems *problems,
                            struct quanze_error *error);

void rulebook_free(struct rulebook *book);

/* Capitals, digits and hyphens, at most 32, a capital first. */
bool rule_id_is_good(struct str id);

/* Index of the newest edition of a rule, or -1; the nearest id, or -1. */
int rulebook_find(const struct rulebook *book, struct str id);
int rulebook_nearest(const struct rulebook *book, struct str id);

/* Index of the edition of a rule whose days hold `day` (DAY_NONE: the newest), or -1. */
int rulebook_find_on(const struct rulebook *book, struct str id, int32_t day);

/* Whether it is in force that day. */
static inline bool rule_holds(const struct rule *rule, int32_t day) {
    return !rule->disabled && validity_holds(rule->edition, day);
}

/* Whether a pack counts that day. */
static inline bool pack_holds(const struct pack *pack, int32_t known_at, int32_t day) {
    return is_known(pack->published_on, known_at) && validity_holds(pack->validity, day);
}

struct rule_core;

/* One Lua state with all functions of the book, for one thread. `calendar` may be NULL: then every calendar helper is unknown.
 * Both are borrowed until close. `strict`: count instructions in every rule. */
quanze_status rule_core_open(const struct rulebook *book, const struct calendar *calendar, bool strict, struct rule_core **out,
                             struct quanze_error *error);

void rule_core_close(struct rule_core *core);

enum rule_value_kind { RULE_VALUE_INTEGER, RULE_VALUE_NUMBER, RULE_VALUE_TEXT, RULE_VALUE_TEXTS };

/* A value that a rule put into its message. */
struct rule_value {
    struct str name;
    enum rule_value_kind kind;
    int64_t integer;
    double number;
    struct str text;
    struct texts texts;
};

#define RULE_MAX_VALUES 12

struct rule_outcome {
    enum status status;            /* PASS, FAIL, UNKNOWN, ERROR */
    const struct message *message; /* of FAIL; NULL otherwise */
    struct rule_value values[RULE_MAX_VALUES];
    size_t value_count;
    int unknown_fact;       /* of UNKNOWN said by the rule itself: the fact of `may` that it missed, or of `needs` when a
                             * record lacks a field; else -1 */
    int missing_year;       /* of UNKNOWN for want of a calendar year: the year, else 0 */
    struct bilingual error; /* of ERROR: what broke, with file:line */
};

/* What a rule cost in all runs of a core. */
struct rule_meter {
    uint64_t runs, remembered; /* asked for; of these answered from memory, since the same facts had passed */
    uint64_t steps;            /* Lua instructions, and what helpers did in their stead */
    uint64_t spent_ns;         /* by the clock handed in, else 0 */
    uint64_t aside_ns;         /* what compiling it once and counting took, which is no cost of a run */
};

/* The library asks no clock: whoever wants times hands one in; `now_ns` may be NULL. */
struct rule_clock {
    uint64_t (*now_ns)(void *payload);
    void *payload;
};

/* From now on every run is measured into `meters`, one for each rule of the book, borrowed; NULL: no more. Every check is then
 * run twice, the second time to count. */
void rule_core_measure(struct rule_core *core, struct rule_meter *meters, const struct rule_clock *clock);

/* Between these two calls what the values of facts point to stays as it is, so that a text or list which many rules ask for is
 * looked at once; values themselves may be set and dropped. Outside them every run looks for itself. */
void rule_runs_begin(struct rule_core *core);
void rule_runs_end(struct rule_core *core);

/* Runs rule `index` on `facts`; every one of its needs must be known (the caller has looked), `may` facts that are absent
 * come as nil. Whether its filter holds is the caller's business. Texts of the outcome live in `arena` or are borrowed from
 * the book. Never fails: what goes wrong is STATUS_ERROR. */
void rule_run(struct rule_core *core, size_t index, const struct task *facts, struct arena *arena, struct rule_outcome *out);

#define RULE_MAX_SETS 8

/* What would cure a finding: facts to set, and the words for it (`says.cure`, filled with the same values). */
struct rule_remedy {
    struct fact_value sets[RULE_MAX_SETS];
    size_t set_count;
    const struct message *message; /* `says.cure`, or NULL */
    struct rule_value values[RULE_MAX_VALUES];
    size_t value_count;
    struct bilingual fault; /* what broke, with file:line, where that is known */
};

/* Asks a failed rule for its remedy. False when it has none or its function broke (then `broke` is true). */
bool rule_remedy(struct rule_core *core, size_t index, const struct task *facts, struct arena *arena, struct rule_remedy *out,
                 bool *broke);

#endif
