/* audit_page.h - an audit report as HTML on its way: tables, and figures that lead to the tasks behind them.
 *
 * A reader must believe: a figure with tasks is a link, to the one task or to a list of them at the end of the page; every such
 * list has its place in the page, and every task that anything leads to. Of a month too large for one page the lists hold the
 * gravest tasks and say how many more there are and where; figures are always of all tasks.
 */
#ifndef SAY_AUDIT_PAGE_H
#define SAY_AUDIT_PAGE_H

#include <say/audit/audit_words.h>
#include <say/chart/chart.h>
#include <say/html.h>

/* A figure whose tasks are listed at the end of the page. */
struct audit_figure {
    struct str label;
    struct audit_tasks tasks;
};

struct audit_page {
    struct buf *out;
    const struct audit_report *report;
    quanze_language language;
    struct str link;    /* the address of a task without its id; empty: tasks lead nowhere */
    struct arena arena; /* lists of tasks and labels; freed with the page */
    struct buf line;    /* the text being made */
    struct audit_figure *figures;
    size_t figure_count, figure_capacity;
    bool *fails;     /* of each task: a rule of level hold or block failed */
    bool *listed;    /* of each task: something leads to it */
    uint32_t *ranks; /* of each task, the gravest first; NULL: the page holds all of them */
    bool failed;     /* memory ran out */
};

static inline struct str audit_page_word(const struct audit_page *page, enum message_id id) {
    return messages_text(id, page->language);
}

/* The text being made, and it is empty again; valid until the next text is made. */
struct str audit_page_take(struct audit_page *page);
/* The same, kept in the arena. */
struct str audit_page_keep(struct audit_page *page);

/* "1,234" in the arena. */
struct str audit_page_count(struct audit_page *page, size_t count);

/* The name of a department, township or the county with what is told of it: "县农业农村局　经费缺口"; in the arena. */
struct str audit_page_label(struct audit_page *page, struct str name, struct str what);

/* The tasks of `from` for which `holds` is true, in the arena. */
typedef bool (*audit_page_test)(const struct audit_page *page, uint32_t task, const void *of);
struct audit_tasks audit_page_select(struct audit_page *page, struct audit_tasks from, audit_page_test holds, const void *of);

bool audit_page_fails(const struct audit_page *page, uint32_t task, const void *of);
bool audit_page_lacks(const struct audit_page *page, uint32_t task, const void *of); /* the balance_side `of` */
bool audit_page_is_untold(const struct audit_page *page, uint32_t task, const void *of);
bool audit_page_is_decided(const struct audit_page *page, uint32_t task, const void *of);
bool audit_page_is_admitted(const struct audit_page *page, uint32_t task, const void *of); /* and nothing is short */
bool audit_page_is_unadmitted(const struct audit_page *page, uint32_t task, const void *of);

/* Fills what is known of each task; false when memory ran out. */
bool audit_page_look(struct audit_page *page);

/* Those of the tasks that stand on the page, the gravest first; all in their order when the page holds everything. */
struct audit_tasks audit_page_gravest(struct audit_page *page, struct audit_tasks tasks);

/* The rows of a table, those of most weight first; `*shown` of them stand on the page. */
typedef size_t (*audit_page_weight)(const struct audit_report *report, size_t row);
const size_t *audit_page_heaviest(struct audit_page *page, size_t count, audit_page_weight weight, size_t *shown);

/* How many of `count` rows stand on the page. */
size_t audit_page_rows(const struct audit_page *page, size_t count);

/* How many tasks or rows are not on the page, and where they are; nothing when there are none. */
void audit_page_more_tasks(struct audit_page *page, size_t shown, size_t all);
void audit_page_more_rows(struct audit_page *page, size_t shown, size_t all);

/* That the page does not hold everything, if so. */
void audit_page_part(struct audit_page *page);

/* Where a figure leads: "t12", "f3", or empty when there is no task. Its list is then written at the end. */
struct str audit_page_anchor(struct audit_page *page, struct str label, struct audit_tasks tasks);

/* `words` as a link to the tasks, or as they stand. */
void audit_page_figure(struct audit_page *page, struct str words, struct str label, struct audit_tasks tasks);

/* A heading with an id, and a sentence below it when `lead` is not MESSAGE_NOTHING. */
void audit_page_heading(struct audit_page *page, const char *id, enum message_id heading, enum message_id lead);

/* A table that sorts: `heads` ends with MESSAGE_NOTHING; column i holds numbers where bit i of `numbers` is set. */
void audit_page_table(struct audit_page *page, const enum message_id *heads, unsigned numbers);
void audit_page_row(struct audit_page *page);
void audit_page_cell(struct audit_page *page, struct str text);
/* The text being made as a cell. */
void audit_page_line_cell(struct audit_page *page);
/* A number that sorts by `key`, with its tasks. */
void audit_page_figure_cell(struct audit_page *page, struct str words, int64_t key, struct str label, struct audit_tasks tasks);
void audit_page_table_end(struct audit_page *page);

/* A link to a task by its title, with its day. */
void audit_page_task_link(struct audit_page *page, uint32_t task);
/* Up to `most` of the tasks as such links, then how many more there are. */
void audit_page_task_links(struct audit_page *page, struct audit_tasks tasks, size_t most);

/* A link to a rule of the book by its title; the id alone when the book does not have it. */
void audit_page_rule_link(struct audit_page *page, struct str id);

/* Parts of the page, in their order. */
void audit_page_charts(struct audit_page *page);
void audit_page_departments(struct audit_page *page);
void audit_page_townships(struct audit_page *page);
void audit_page_lights(struct audit_page *page); /* the county's red and yellow ones, and what is open */
void audit_page_indicators(struct audit_page *page);
void audit_page_cases(struct audit_page *page);
void audit_page_alerts(struct audit_page *page);
void audit_page_groups(struct audit_page *page);
void audit_page_findings(struct audit_page *page);
void audit_page_corrections(struct audit_page *page);
void audit_page_parties(struct audit_page *page);
void audit_page_annex(struct audit_page *page);

/* The rules that most of a party's tasks did not meet, `most` of them, with their tasks. */
void audit_page_rule_counts(struct audit_page *page, const struct audit_party *party, size_t most);

/* The balance picture of the county, a department or a township. */
void audit_page_balance(struct audit_page *page, const struct audit_party *party, enum subject subject, int index);

#endif
