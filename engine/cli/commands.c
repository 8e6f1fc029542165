/* commands.c - the one table of commands, in the order in which help shows them. */
#include <cli/commands.h>

#define DATA_OPTIONS (OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_RULES) | OPTION_BIT(OPTION_CALENDAR))
#define PAGE_OPTIONS                                                                                                           \
    (OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_COLOR))
#define SCREEN_OPTIONS                                                                                                         \
    (DATA_OPTIONS | PAGE_OPTIONS | OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_INPUT_FORMAT) | OPTION_BIT(OPTION_JOBS) |      \
     OPTION_BIT(OPTION_KNOWN_AT) | OPTION_BIT(OPTION_TODAY) | OPTION_BIT(OPTION_NO_MATCH) | OPTION_BIT(OPTION_STRICT) |        \
     OPTION_BIT(OPTION_VERBOSE) | OPTION_BIT(OPTION_LEDGER) | OPTION_BIT(OPTION_RECORD) | OPTION_BIT(OPTION_HISTORY) |         \
     OPTION_BIT(OPTION_FIX) | OPTION_BIT(OPTION_BUNDLE) | OPTION_BIT(OPTION_OPINION))
#define REFUSE_OPTIONS                                                                                                         \
    (DATA_OPTIONS | OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) |                          \
     OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_KNOWN_AT) | OPTION_BIT(OPTION_TODAY) | OPTION_BIT(OPTION_INPUT_FORMAT) |     \
     OPTION_BIT(OPTION_LEDGER) | OPTION_BIT(OPTION_VARIANT) | OPTION_BIT(OPTION_NUMBER) | OPTION_BIT(OPTION_SIGNER) |          \
     OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_CONTACT) | OPTION_BIT(OPTION_TOWNSHIP) | OPTION_BIT(OPTION_NOTES) |           \
     OPTION_BIT(OPTION_BUNDLE))
#define SIMILAR_OPTIONS (PAGE_OPTIONS | OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_INPUT_FORMAT))
#define READ_OPTIONS (PAGE_OPTIONS | OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_CALENDAR))
#define LIST_OPTIONS (PAGE_OPTIONS | OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_AS_OF))
#define IMPORT_OPTIONS                                                                                                         \
    (OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_ID) |                 \
     OPTION_BIT(OPTION_TITLE) | OPTION_BIT(OPTION_COUNTY) | OPTION_BIT(OPTION_VALID_FROM))
#define LEDGER_OPTIONS                                                                                                         \
    (OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_FORMAT) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_LEDGER))
#define SEAL_OPTIONS (LEDGER_OPTIONS | OPTION_BIT(OPTION_KEY) | OPTION_BIT(OPTION_BY) | OPTION_BIT(OPTION_COUNTY))
#define ENTRY_OPTIONS (LEDGER_OPTIONS | OPTION_BIT(OPTION_INPUT_FORMAT))
#define MOVE_OPTIONS                                                                                                           \
    (LEDGER_OPTIONS | OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_CALENDAR) | OPTION_BIT(OPTION_BY) |                         \
     OPTION_BIT(OPTION_WHY) | OPTION_BIT(OPTION_APPROVED_BY) | OPTION_BIT(OPTION_GROUND) | OPTION_BIT(OPTION_BASIS) |          \
     OPTION_BIT(OPTION_UNTIL))
#define RULES_OPTIONS (PAGE_OPTIONS | OPTION_BIT(OPTION_RULES))
#define REPLAY_OPTIONS                                                                                                         \
    (DATA_OPTIONS | PAGE_OPTIONS | OPTION_BIT(OPTION_LEDGER) | OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_KNOWN_AT) |        \
     OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_MAX_FLIPS) | OPTION_BIT(OPTION_JOBS) |                \
     OPTION_BIT(OPTION_VERBOSE))
#define PROFILE_OPTIONS (DATA_OPTIONS | PAGE_OPTIONS | OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_INPUT_FORMAT))
#define RULES_NEW_OPTIONS                                                                                                      \
    (OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_RULES) | OPTION_BIT(OPTION_FAMILY))
#define BOOK_OPTIONS (RULES_OPTIONS | OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_KNOWN_AT))

#define SERVE_OPTIONS                                                                                                          \
    (DATA_OPTIONS | OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_TODAY) | OPTION_BIT(OPTION_DATA) |                             \
     OPTION_BIT(OPTION_ADDRESS) | OPTION_BIT(OPTION_PORT) | OPTION_BIT(OPTION_PROXY) | OPTION_BIT(OPTION_CHECK))
#define USER_OPTIONS (OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_DATA))

#define AUDIT_OPTIONS                                                                                                          \
    (DATA_OPTIONS | PAGE_OPTIONS | OPTION_BIT(OPTION_LEDGER) | OPTION_BIT(OPTION_TODAY) | OPTION_BIT(OPTION_FROM) |            \
     OPTION_BIT(OPTION_TO) | OPTION_BIT(OPTION_COMPARE) | OPTION_BIT(OPTION_TOWNSHIP) | OPTION_BIT(OPTION_DEPARTMENT) |        \
     OPTION_BIT(OPTION_KNOWN_AT) | OPTION_BIT(OPTION_STRICT) | OPTION_BIT(OPTION_ISSUER) | OPTION_BIT(OPTION_NUMBER) |         \
     OPTION_BIT(OPTION_SIGNER) | OPTION_BIT(OPTION_DATE) | OPTION_BIT(OPTION_UNTIL))

static const struct command COMMANDS[] = {
    {"screen", NULL, "FILE...", 1, SIZE_MAX, SCREEN_OPTIONS, "text json jsonl html docx", WORD_SCREEN,
     "screen {}/lists/demo/tasks/01-fire-form.yaml", cmd_screen},
    {"refuse", NULL, "TASK", 1, 1, REFUSE_OPTIONS, "text docx html", WORD_REFUSE,
     "refuse {}/lists/demo/tasks/01-fire-form.yaml", cmd_refuse},
    {"similar", NULL, "FILE...", 1, SIZE_MAX, SIMILAR_OPTIONS, "text json", WORD_SIMILAR, "similar {}/lists/demo/tasks",
     cmd_similar},
    {"read", NULL, "NOTICE", 1, 1, READ_OPTIONS, "yaml json text", WORD_READ, "read {}/lists/demo/notices/fire.txt", cmd_read},
    {"list", "lint", "[PATH]", 0, 1, LIST_OPTIONS | DATA_OPTIONS | OPTION_BIT(OPTION_TODAY), "text json", WORD_LIST_LINT,
     "list lint {}/lists/demo", cmd_list_lint},
    {"list", "show", "[ITEM]", 0, 1, LIST_OPTIONS, "text json yaml html html-part", WORD_LIST_SHOW,
     "list show --lists {}/lists/demo", cmd_list_show},
    {"list", "search", "TEXT", 1, 1, LIST_OPTIONS, "text json", WORD_LIST_SEARCH,
     "list search 消防安全检查 --lists {}/lists/demo", cmd_list_search},
    {"list", "import", "FILE...", 1, SIZE_MAX, IMPORT_OPTIONS, "yaml json", WORD_LIST_IMPORT,
     "list import {}/lists/demo/published.html --valid-from 2025-07-01", cmd_list_import},
    {"list", "export", NULL, 0, 0,
     OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_OUTPUT) | OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_AS_OF), "xlsx",
     WORD_LIST_EXPORT, "list export --lists {}/lists/demo -o demo.xlsx", cmd_list_export},
    {"list", "diff", "BEFORE AFTER", 2, 2, PAGE_OPTIONS | OPTION_BIT(OPTION_AS_OF) | OPTION_BIT(OPTION_LEDGER),
     "text json html html-part", WORD_LIST_DIFF, "list diff {}/lists/demo {}/lists/demo", cmd_list_diff},
    {"rules", "list", NULL, 0, 0, BOOK_OPTIONS, "text json", WORD_RULES_LIST, "rules list", cmd_rules_list},
    {"rules", "show", "[RULE]", 0, 1, BOOK_OPTIONS, "text json html", WORD_RULES_SHOW, "rules show TIME-001", cmd_rules_show},
    {"rules", "new", "RULE", 1, 1, RULES_NEW_OPTIONS, NULL, WORD_RULES_NEW, "rules new BURDEN-099 -o -", cmd_rules_new},
    {"rules", "profile", "FILE...", 1, SIZE_MAX, PROFILE_OPTIONS, "text json", WORD_RULES_PROFILE,
     "rules profile {}/lists/demo/tasks --lists {}/lists/demo", cmd_rules_profile},
    {"rules", "lint", "[PATH]", 0, 1, RULES_OPTIONS | OPTION_BIT(OPTION_CALENDAR), "text json", WORD_RULES_LINT,
     "rules lint {}/rules", cmd_rules_lint},
    {"rules", "test", "[PATH]", 0, 1, RULES_OPTIONS | OPTION_BIT(OPTION_CALENDAR) | OPTION_BIT(OPTION_STRICT), "text json",
     WORD_RULES_TEST, "rules test {}/rules", cmd_rules_test},
    {"ledger", "add", "FILE...", 1, SIZE_MAX, ENTRY_OPTIONS, "text json", WORD_LEDGER_ADD,
     "ledger add {}/lists/demo/tasks --ledger demo.db", cmd_ledger_add},
    {"ledger", "import", "FILE...", 1, SIZE_MAX, ENTRY_OPTIONS | OPTION_BIT(OPTION_KEEP_GOING), "text json", WORD_LEDGER_IMPORT,
     "ledger import {}/lists/demo/tasks --keep-going --ledger demo.db", cmd_ledger_add},
    {"ledger", "show", "TASK", 1, 1, LEDGER_OPTIONS, "text json html html-part", WORD_LEDGER_SHOW,
     "ledger show 2023-xf-1207 --ledger demo.db", cmd_ledger_show},
    {"ledger", "log", "[TASK]", 0, 1, LEDGER_OPTIONS, "text json jsonl html html-part", WORD_LEDGER_LOG,
     "ledger log --ledger demo.db", cmd_ledger_log},
    {"ledger", "verify", NULL, 0, 0, LEDGER_OPTIONS | OPTION_BIT(OPTION_HEAD), "text json html html-part", WORD_LEDGER_VERIFY,
     "ledger verify --ledger demo.db", cmd_ledger_verify},
    {"ledger", "export", "[WHAT]", 0, 1, LEDGER_OPTIONS, "jsonl json csv", WORD_LEDGER_EXPORT,
     "ledger export moves --format csv --ledger demo.db", cmd_ledger_export},
    {"ledger", "key", "FILE", 1, 1, OPTION_BIT(OPTION_LANG), NULL, WORD_LEDGER_KEY, "ledger key office.key", cmd_ledger_key},
    {"ledger", "seal", "[YYYY-MM]", 0, 1, SEAL_OPTIONS, "text json html docx", WORD_LEDGER_SEAL,
     "ledger seal --key office.key --by 县编办/张三 --ledger demo.db", cmd_ledger_seal},
    {"ledger", "seals", "[YYYY-MM]", 0, 1, LEDGER_OPTIONS | OPTION_BIT(OPTION_COUNTY), "text json html html-part docx",
     WORD_LEDGER_SEALS, "ledger seals --ledger demo.db", cmd_ledger_seals},
    {"ledger", "backup", "FILE", 1, 1, OPTION_BIT(OPTION_LANG) | OPTION_BIT(OPTION_LEDGER), NULL, WORD_LEDGER_BACKUP,
     "ledger backup copy.db --ledger demo.db", cmd_ledger_backup},
    {"task", "move", "TASK STATE", 2, 2, MOVE_OPTIONS, "text json", WORD_TASK_MOVE,
     "task move 2023-xf-1207 received_unadmitted --by 木塘垸镇/李四 --why 未经准入直接下发 --ledger demo.db", cmd_task_move},
    {"task", "due", NULL, 0, 0, LEDGER_OPTIONS | OPTION_BIT(OPTION_ON), "text json html html-part", WORD_TASK_DUE,
     "task due --on 2030-01-01 --ledger demo.db", cmd_task_due},
    {"audit", NULL, "[YYYY-MM] [TABLE]", 0, 2, AUDIT_OPTIONS, "text json csv html xlsx docx", WORD_AUDIT,
     "audit 2026-10 --ledger demo.db", cmd_audit},
    {"complaint", "add", "TEXT", 1, 1,
     LEDGER_OPTIONS | OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_DEPARTMENT) | OPTION_BIT(OPTION_GROUND), "text json",
     WORD_COMPLAINT_ADD, "complaint add 同一张表一天要三次 --department 县消防救援大队 --ledger demo.db", cmd_complaint_add},
    {"complaint", "answer", "NUMBER TEXT", 2, 2, LEDGER_OPTIONS | OPTION_BIT(OPTION_LISTS) | OPTION_BIT(OPTION_BY), "text json",
     WORD_COMPLAINT_ANSWER, "complaint answer 1 三张表已合并为一张 --by 县减负办/张三 --ledger demo.db", cmd_complaint_answer},
    {"complaint", "list", NULL, 0, 0, LEDGER_OPTIONS, "text json html html-part", WORD_COMPLAINT_LIST,
     "complaint list --ledger demo.db", cmd_complaint_list},
    {"correction", "open", "TEXT", 1, 1,
     LEDGER_OPTIONS | OPTION_BIT(OPTION_BY) | OPTION_BIT(OPTION_UNTIL) | OPTION_BIT(OPTION_DEPARTMENT) |
         OPTION_BIT(OPTION_GROUND) | OPTION_BIT(OPTION_TASK) | OPTION_BIT(OPTION_RULE) | OPTION_BIT(OPTION_RULES) |
         OPTION_BIT(OPTION_LISTS),
     "text json", WORD_CORRECTION_OPEN,
     "correction open 同一张表一个月要了三次 --department 县消防救援大队 --rule DUP-001 --until 2030-01-01 --by 县减负办/张三 "
     "--ledger demo.db",
     cmd_correction_open},
    {"correction", "done", "NUMBER", 1, 1, LEDGER_OPTIONS | OPTION_BIT(OPTION_BY) | OPTION_BIT(OPTION_WHY), "text json",
     WORD_CORRECTION_DONE, "correction done 1 --why 三张表已合并 --by 县减负办/张三 --ledger demo.db", cmd_correction_done},
    {"correction", "relapse", "NUMBER", 1, 1,
     LEDGER_OPTIONS | OPTION_BIT(OPTION_BY) | OPTION_BIT(OPTION_WHY) | OPTION_BIT(OPTION_UNTIL), "text json",
     WORD_CORRECTION_RELAPSE, "correction relapse 1 --why 又分头要表 --until 2030-06-01 --by 县减负办/张三 --ledger demo.db",
     cmd_correction_relapse},
    {"correction", "list", NULL, 0, 0, LEDGER_OPTIONS | OPTION_BIT(OPTION_ON), "text json html html-part", WORD_CORRECTION_LIST,
     "correction list --ledger demo.db", cmd_correction_list},
    {"rules", "replay", NULL, 0, 0, REPLAY_OPTIONS, "text json", WORD_RULES_REPLAY,
     "rules replay --from 2023-12 --lists {}/lists/demo --ledger demo.db", cmd_rules_replay},
    {"rules", "coverage", "[PATH]", 0, 1, RULES_OPTIONS | OPTION_BIT(OPTION_CALENDAR), "text json", WORD_RULES_COVERAGE,
     "rules coverage {}/rules", cmd_rules_coverage},
    {"user", "add", "NAME", 1, 1, USER_OPTIONS | OPTION_BIT(OPTION_ROLE) | OPTION_BIT(OPTION_OFFICE) | OPTION_BIT(OPTION_TOKEN),
     NULL, WORD_USER_ADD, "user add zhangsan --role gatekeeper --office 县编办 --data office", cmd_user_add},
    {"user", "list", NULL, 0, 0, USER_OPTIONS, NULL, WORD_USER_LIST, "user list --data office", cmd_user_list},
    {"user", "reset", "NAME", 1, 1, USER_OPTIONS, NULL, WORD_USER_RESET, "user reset zhangsan --data office", cmd_user_reset},
    {"user", "disable", "NAME", 1, 1, USER_OPTIONS, NULL, WORD_USER_DISABLE, "user disable zhangsan --data office",
     cmd_user_disable},
    {"serve", NULL, NULL, 0, 0, SERVE_OPTIONS, NULL, WORD_SERVE, "serve --check --data office", cmd_serve},
    {"verify", NULL, "BUNDLE", 1, 1, PAGE_OPTIONS, "text json", WORD_VERIFY, "verify proof.zip", cmd_verify},
    {"help", NULL, "[COMMAND | facts [FACT] | schema task|list]", 0, 2, PAGE_OPTIONS, "text json", WORD_HELP,
     "help facts due_at", cmd_help},
};

_Static_assert(sizeof COMMANDS / sizeof *COMMANDS <= COMMANDS_MOST, "names of all commands fit");

const struct commands *commands_all(void) {
    static const struct commands ALL = {COMMANDS, sizeof COMMANDS / sizeof *COMMANDS};
    return &ALL;
}
