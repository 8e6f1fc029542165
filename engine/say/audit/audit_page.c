/* audit_page.c - see audit_page.h. */
#include <say/audit/audit_page.h>

#include <base/alloc.h>

struct str audit_page_take(struct audit_page *page) {
    const struct str text = buf_str(&page->line);
    page->failed |= page->line.failed;
    page->line.length = 0;
    return text;
}

struct str audit_page_keep(struct audit_page *page) {
    const struct str kept = arena_copy(&page->arena, audit_page_take(page));
    page->failed |= !kept.at;
    return kept.at ? kept : STR("");
}

struct str audit_page_count(struct audit_page *page, size_t count) {
    audit_put_digits(&page->line, (int64_t)count, 0);
    return audit_page_keep(page);
}

struct str audit_page_label(struct audit_page *page, struct str name, struct str what) {
    buf_put(&page->line, name);
    buf_put(&page->line, audit_page_word(page, MESSAGE_COLON));
    buf_put(&page->line, what);
    return audit_page_keep(page);
}

struct audit_tasks audit_page_select(struct audit_page *page, struct audit_tasks from, audit_page_test holds, const void *of) {
    size_t count = 0;
    for (size_t i = 0; i < from.count; i++) count += holds(page, from.at[i], of);
    if (count == from.count) return from;
    uint32_t *tasks = arena_take_array(&page->arena, count, sizeof *tasks);
    page->failed |= !tasks;
    if (!tasks) return (struct audit_tasks){NULL, 0};
    count = 0;
    for (size_t i = 0; i < from.count; i++)
        if (holds(page, from.at[i], of)) tasks[count++] = from.at[i];
    return (struct audit_tasks){tasks, count};
}

bool audit_page_fails(const struct audit_page *page, uint32_t task, const void *of) {
    (void)of;
    return page->fails[task];
}

bool audit_page_lacks(const struct audit_page *page, uint32_t task, const void *of) {
    return audit_lacks(&page->report->tasks[task], *(const enum balance_side *)of);
}

bool audit_page_is_untold(const struct audit_page *page, uint32_t task, const void *of) {
    return audit_untold(&page->report->tasks[task], *(const enum balance_side *)of);
}

bool audit_page_is_decided(const struct audit_page *page, uint32_t task, const void *of) {
    (void)of;
    return page->report->tasks[task].decided;
}

bool audit_page_is_admitted(const struct audit_page *page, uint32_t task, const void *of) {
    (void)of;
    return audit_is_clean(&page->report->tasks[task]);
}

bool audit_page_is_unadmitted(const struct audit_page *page, uint32_t task, const void *of) {
    (void)of;
    return audit_is_unadmitted(&page->report->tasks[task]);
}

static bool is_same(struct audit_tasks a, struct audit_tasks b) {
    return a.count == b.count && memcmp(a.at, b.at, a.count * sizeof *a.at) == 0;
}

/* The number of the figure, from 1. Figures are asked for one after the other: only the last ones may be the same. */
static size_t note_figure(struct audit_page *page, struct str label, struct audit_tasks tasks) {
    enum { LOOK_BACK = 4 };
    for (size_t i = page->figure_count; i > 0 && i + LOOK_BACK > page->figure_count; i--)
        if (str_equal(page->figures[i - 1].label, label) && is_same(page->figures[i - 1].tasks, tasks)) return i;
    struct audit_figure *grown =
        alloc_grow(page->figures, &page->figure_capacity, page->figure_count + 1, sizeof *page->figures);
    page->failed |= !grown;
    if (!grown) return 0;
    page->figures = grown;
    page->figures[page->figure_count] = (struct audit_figure){label, tasks};
    return ++page->figure_count;
}

struct str audit_page_anchor(struct audit_page *page, struct str label, struct audit_tasks tasks) {
    if (tasks.count == 0) return STR("");
    const size_t figure = tasks.count > 1 ? note_figure(page, label, tasks) : 0;
    if (tasks.count == 1) page->listed[tasks.at[0]] = true;
    buf_put_char(&page->line, tasks.count > 1 ? 'f' : 't');
    buf_put_int(&page->line, tasks.count > 1 ? (int64_t)figure : (int64_t)tasks.at[0] + 1);
    return audit_page_keep(page);
}

void audit_page_figure(struct audit_page *page, struct str words, struct str label, struct audit_tasks tasks) {
    const struct str anchor = audit_page_anchor(page, label, tasks);
    if (anchor.length == 0) {
        html_text(page->out, words);
        return;
    }
    buf_put_text(page->out, "<a href=\"#");
    buf_put(page->out, anchor);
    buf_put_text(page->out, "\">");
    html_text(page->out, words);
    buf_put_text(page->out, "</a>");
}

void audit_page_heading(struct audit_page *page, const char *id, enum message_id heading, enum message_id lead) {
    buf_put_text(page->out, "<h2 id=\"");
    buf_put_text(page->out, id);
    buf_put_text(page->out, "\">");
    html_text(page->out, audit_page_word(page, heading));
    buf_put_text(page->out, "</h2>\n");
    if (lead == MESSAGE_NOTHING) return;
    html_element(page->out, "p", "small", audit_page_word(page, lead));
    buf_put_char(page->out, '\n');
}

void audit_page_table(struct audit_page *page, const enum message_id *heads, unsigned numbers) {
    buf_put_text(page->out, "<div class=\"wide\"><table class=\"sortable\">\n<thead><tr>");
    for (size_t i = 0; heads[i] != MESSAGE_NOTHING; i++)
        html_element(page->out, "th", numbers >> i & 1 ? "number" : NULL, audit_page_word(page, heads[i]));
    buf_put_text(page->out, "</tr></thead>\n<tbody>\n");
}

void audit_page_row(struct audit_page *page) { buf_put_text(page->out, "<tr>"); }

void audit_page_cell(struct audit_page *page, struct str text) { html_element(page->out, "td", NULL, text); }

void audit_page_line_cell(struct audit_page *page) { audit_page_cell(page, audit_page_take(page)); }

void audit_page_figure_cell(struct audit_page *page, struct str words, int64_t key, struct str label,
                            struct audit_tasks tasks) {
    buf_put_text(page->out, "<td class=\"number\" data-value=\"");
    buf_put_int(page->out, key);
    buf_put_text(page->out, "\">");
    audit_page_figure(page, words, label, tasks);
    buf_put_text(page->out, "</td>");
}

void audit_page_table_end(struct audit_page *page) { buf_put_text(page->out, "</tbody></table></div>\n"); }

void audit_page_task_link(struct audit_page *page, uint32_t task) {
    const struct audit_task *one = &page->report->tasks[task];
    page->listed[task] = true;
    buf_put_text(page->out, "<a href=\"#t");
    buf_put_int(page->out, (int64_t)task + 1);
    buf_put_text(page->out, "\">");
    html_text(page->out, one->title.length > 0 ? one->title : one->id);
    buf_put_text(page->out, "</a>");
    if (one->day == DAY_NONE) return;
    say_day(&page->line, one->day);
    buf_put_text(page->out, " ");
    html_element(page->out, "span", "small", audit_page_take(page));
}

void audit_page_task_links(struct audit_page *page, struct audit_tasks tasks, size_t most) {
    const size_t shown = tasks.count <= most ? tasks.count : most;
    for (size_t i = 0; i < shown; i++) {
        buf_put_text(page->out, "<div>");
        audit_page_task_link(page, tasks.at[i]);
        buf_put_text(page->out, "</div>");
    }
    if (shown == tasks.count) return;
    const struct str more = audit_page_count(page, tasks.count);
    MESSAGES_FILL(&page->line, MESSAGE_AUDIT_ALL, page->language, more);
    buf_put_text(page->out, "<div>");
    const struct str words = audit_page_keep(page);
    audit_page_figure(page, words, page->report->tasks[tasks.at[0]].title, tasks);
    buf_put_text(page->out, "</div>");
}

void audit_page_rule_link(struct audit_page *page, struct str id) {
    const int rule = rulebook_find(page->report->book, id);
    if (rule < 0) {
        html_element(page->out, "span", "id", id);
        return;
    }
    buf_put_text(page->out, "<a href=\"#r-");
    html_anchor(page->out, id);
    buf_put_text(page->out, "\">");
    html_text(page->out, bilingual_text(&page->report->book->rules[rule].title, page->language));
    buf_put_text(page->out, "</a>");
}
