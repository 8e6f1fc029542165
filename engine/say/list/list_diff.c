/* list_diff.c - what changed from one list to the next: as a page of text or HTML, and as quanze/list-diff/1. */
#include <model/list_diff.h>
#include <say/html.h>
#include <say/list/sheet_cell.h>
#include <say/page.h>
#include <say/rule/rule_page.h>

struct diff_page {
    struct page page;
    const struct list_diff *diff;
    const struct list *before, *after;
    const struct list_touched *touched; /* NULL: no ledger was asked */
    const char *kinds;                  /* vocabulary of the items' kinds */
    enum table_id table;                /* how their values are written */
    quanze_language language;
    bool is_html;
    struct str more;            /* HTML: address of the page for which the ledger is asked, but its "1"; empty: none */
    struct str link, task_link; /* HTML: before the id of an item, of a task; empty: no links */
    struct buf line;
    struct str item; /* of which the line being made speaks; empty: of none */
};

/* What a line is; LINE_ENTRY is an item or a power, LINE_DETAIL speaks of the entry above it. */
enum line_kind { LINE_TITLE, LINE_HEADING, LINE_ENTRY, LINE_DETAIL, LINE_RESULT, LINE_REMARK };

enum change { CHANGE_MOVED, CHANGE_REWORDED, CHANGE_RENUMBERED };

static enum change change_of(const struct item_change *change) {
    if (change->moved) return CHANGE_MOVED;
    return change->fields ? CHANGE_REWORDED : CHANGE_RENUMBERED;
}

static size_t count_changes(const struct list_diff *diff, enum change kind) {
    size_t count = 0;
    for (size_t i = 0; i < diff->changed_count; i++) count += change_of(&diff->changed[i]) == kind;
    return count;
}

static bool has_blank_above(enum line_kind kind) { return kind == LINE_HEADING || kind == LINE_REMARK; }

static size_t column_of(enum line_kind kind) { return kind == LINE_ENTRY ? 3 : kind == LINE_DETAIL ? 5 : 1; }

/* The words as a link to a page of the server, where there is one. */
static void put_link(struct buf *out, struct str address, struct str id, struct str words) {
    const bool is_link = address.length > 0 && id.length > 0;
    if (is_link) {
        buf_put_text(out, "<a href=\"");
        html_text(out, address);
        html_url(out, id);
        buf_put_text(out, "\">");
    }
    html_text(out, words);
    if (is_link) buf_put_text(out, "</a>");
}

static void end_html_line(struct diff_page *page, enum line_kind kind) {
    static const char *const TAGS[] = {[LINE_TITLE] = "h1", [LINE_HEADING] = "h2", [LINE_ENTRY] = "h3",
                                       [LINE_DETAIL] = "p", [LINE_RESULT] = "p",   [LINE_REMARK] = "p"};
    struct buf *out = page->page.out;
    buf_printf(out, "<%s>", TAGS[kind]);
    put_link(out, page->link, page->item, buf_str(&page->line));
    buf_printf(out, "</%s>\n", TAGS[kind]);
    page->item = STR("");
}

/* Writes the line being made as what it is, and it is empty again. */
static void end_line(struct diff_page *page, enum line_kind kind) {
    const size_t column = column_of(kind);
    if (page->is_html) {
        end_html_line(page, kind);
    } else {
        if (has_blank_above(kind)) page_end_line(&page->page);
        page_to(&page->page, column);
        page_flow(&page->page, buf_str(&page->line), column > 1 ? column + 2 : column);
        page_end_line(&page->page);
    }
    page_drop(&page->page, &page->line);
}

static void put_heading(struct diff_page *page, enum message_id name, size_t count) {
    char number[32];
    MESSAGES_FILL(&page->line, MESSAGE_HEADING, page->language, messages_text(name, page->language),
                  (struct str){number, writer_format_decimal((int64_t)count, 0, number)});
    end_line(page, LINE_HEADING);
}

static struct str kind_of(const struct diff_page *page, const struct item *item) {
    return choice_text(&choices_of(page->kinds).at[item->kind], page->language);
}

static void put_item(struct diff_page *page, const struct list *list, const struct item *item) {
    buf_put(&page->line, item->id);
    buf_put(&page->line, messages_text(MESSAGE_GAP, page->language));
    buf_put(&page->line, item->name);
    buf_put(&page->line, messages_text(MESSAGE_GAP, page->language));
    buf_put(&page->line, kind_of(page, item));
    page->item = list == page->before ? item->id : STR(""); /* a new list has no pages yet */
    end_line(page, LINE_ENTRY);
}

/* A task by its title with the id small behind it, as a link; in text by its id. */
static void put_touched_task(const struct diff_page *page, struct buf *out, const struct touched_task *task) {
    if (!page->is_html) {
        buf_put(out, task->id);
        return;
    }
    put_link(out, page->task_link, task->id, task->title.length > 0 ? task->title : task->id);
    buf_put_char(out, ' ');
    html_element(out, "span", "id", task->id);
}

static void put_names(const struct diff_page *page, struct buf *out, const struct touched_tasks *of) {
    const size_t shown = page->is_html ? 20 : 5;
    for (size_t i = 0; i < of->count && i < shown; i++) {
        if (i > 0) buf_put(out, messages_text(MESSAGE_LIST_COMMA, page->language));
        put_touched_task(page, out, &of->at[i]);
    }
    if (of->count > shown) buf_put_text(out, page->language == QUANZE_EN ? " ..." : " 等");
}

/* The tasks that an entry touches: how many, and the latest of them. */
static void put_touched(struct diff_page *page, const struct touched_tasks *tasks, size_t entry) {
    char number[32];
    struct buf names = {0};
    if (!tasks) return;
    const struct touched_tasks *of = &tasks[entry];
    put_names(page, &names, of);
    if (of->count == 0)
        buf_put(&page->line, messages_text(MESSAGE_DIFF_UNTOUCHED, page->language));
    else
        MESSAGES_FILL(&page->line, MESSAGE_DIFF_TOUCHED, page->language,
                      (struct str){number, writer_format_decimal((int64_t)of->count, 0, number)}, buf_str(&names));
    page->line.failed |= names.failed;
    buf_free(&names);
    if (page->is_html) {
        buf_printf(page->page.out, "<p>%.*s</p>\n", (int)page->line.length, page->line.at); /* names are HTML already */
        page_drop(&page->page, &page->line);
    } else
        end_line(page, LINE_DETAIL);
}

static void put_items(struct diff_page *page, enum message_id name, const struct list *list, const int *items, size_t count,
                      const struct touched_tasks *touched) {
    if (count == 0) return;
    put_heading(page, name, count);
    for (size_t i = 0; i < count; i++) {
        put_item(page, list, &list->items[items[i]]);
        put_touched(page, touched, i);
    }
}

/* The label of a field, by the head of its column. */
static struct str label_of(const struct diff_page *page, enum list_diff_field field) {
    static const struct {
        enum list_diff_field field;
        const char *key;
    } COLUMNS[] = {{DIFF_FUNDS, "funds.per_person_day"}, {DIFF_STAFF, "staff.min"}, {DIFF_VALIDITY, "valid_from"}};
    const struct table *table = list_table(page->table);
    struct str key = list_diff_key(field);
    if (page->language == QUANZE_EN) return key;
    for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++)
        if (COLUMNS[i].field == field) key = str_of(COLUMNS[i].key);
    for (size_t i = 0; i < table->count; i++)
        if (str_equal(table->columns[i].key, key)) return table->columns[i].head;
    return key;
}

static void put_value(const struct diff_page *page, struct buf *out, const struct list *list, int item,
                      enum list_diff_field field) {
    const struct table *table = list_table(page->table);
    struct str key = list_diff_key(field);
    bool has_any = false;
    for (size_t i = 0; i < table->count; i++) {
        struct str name = table->columns[i].key;
        bool is_part =
            str_equal(name, key) || (str_starts_with(name, key) && name.length > key.length && name.at[key.length] == '.');
        bool is_day = field == DIFF_VALIDITY && str_starts_with(name, STR("valid_"));
        if (!is_part && !is_day) continue;
        if (has_any) buf_put_text(out, " / ");
        has_any = true;
        sheet_cell_put(out, list, page->table, (size_t)item, i);
    }
}

static void put_fields(struct diff_page *page, const struct item_change *change) {
    struct buf before = {0}, after = {0};
    for (size_t field = 0; field < DIFF_FIELD_COUNT; field++) {
        if (!(change->fields >> field & 1)) continue;
        page->line.failed |= before.failed || after.failed;
        buf_clear(&before), buf_clear(&after);
        put_value(page, &before, page->before, change->before, (enum list_diff_field)field);
        put_value(page, &after, page->after, change->after, (enum list_diff_field)field);
        MESSAGES_FILL(&page->line, MESSAGE_DIFF_PART, page->language, label_of(page, (enum list_diff_field)field));
        MESSAGES_FILL(&page->line, MESSAGE_DIFF_FROM_TO, page->language, before.length ? buf_str(&before) : STR("—"),
                      after.length ? buf_str(&after) : STR("—"));
        end_line(page, LINE_DETAIL);
    }
    page->line.failed |= before.failed || after.failed;
    buf_free(&before);
    buf_free(&after);
}

static void put_change(struct diff_page *page, const struct item_change *change) {
    const struct item *before = &page->before->items[change->before], *after = &page->after->items[change->after];
    if (change->renumbered)
        MESSAGES_FILL(&page->line, MESSAGE_DIFF_FROM_TO, page->language, before->id, after->id);
    else
        buf_put(&page->line, after->id);
    buf_put(&page->line, messages_text(MESSAGE_GAP, page->language));
    buf_put(&page->line, after->name);
    if (change->moved) {
        buf_put(&page->line, messages_text(MESSAGE_GAP, page->language));
        MESSAGES_FILL(&page->line, MESSAGE_DIFF_FROM_TO, page->language, kind_of(page, before), kind_of(page, after));
    }
    page->item = before->id;
    end_line(page, LINE_ENTRY);
    put_fields(page, change);
}

static void put_changes(struct diff_page *page, enum message_id name, enum change kind) {
    size_t count = count_changes(page->diff, kind);
    if (count > 0) put_heading(page, name, count);
    for (size_t i = 0; i < page->diff->changed_count; i++) {
        if (change_of(&page->diff->changed[i]) != kind) continue;
        put_change(page, &page->diff->changed[i]);
        put_touched(page, page->touched ? page->touched->changed : NULL, i);
    }
}

static void put_powers(struct diff_page *page, enum message_id name, const struct list *list, const int *powers, size_t count,
                       const struct touched_tasks *touched) {
    if (count > 0) put_heading(page, name, count);
    for (size_t i = 0; i < count; i++) {
        const struct power_held *held = &list->powers[powers[i]];
        buf_put(&page->line, choice_text(&choices_of("POWER").at[held->power.power], page->language));
        if (held->power.matter.length > 0) {
            buf_put(&page->line, messages_text(MESSAGE_GAP, page->language));
            buf_put(&page->line, held->power.matter);
        }
        buf_put(&page->line, messages_text(MESSAGE_GAP, page->language));
        buf_put(&page->line, choice_text(&choices_of("POWER_MODE").at[held->mode], page->language));
        end_line(page, LINE_ENTRY);
        put_touched(page, touched, i);
    }
}

static bool has_items(const struct list_diff *diff) {
    return diff->added_count + diff->dropped_count + diff->changed_count > 0;
}

static bool is_same(const struct list_diff *diff) {
    return !has_items(diff) && diff->granted_count + diff->recalled_count == 0 && !has_items(diff->villages);
}

/* The same page for the villages' items; which tasks they touch is not told. The lists are kept by the caller. */
static struct diff_page page_of_villages(const struct diff_page *page, const struct list *before, const struct list *after) {
    struct diff_page villages = *page;
    villages.diff = page->diff->villages;
    villages.before = before;
    villages.after = after;
    villages.touched = NULL;
    villages.link = STR(""); /* they have no pages of their own */
    villages.kinds = "VILLAGE_KIND";
    villages.table = TABLE_VILLAGE;
    return villages;
}

/* What the ledger was asked for. */
static void put_asked(struct diff_page *page) {
    char number[32];
    const struct list_touched *touched = page->touched;
    if (!list_diff_can_touch(page->diff)) return;
    if (!touched) {
        if (page->is_html && page->more.length > 0)
            html_more(page->page.out, page->more, 1, messages_text(MESSAGE_DIFF_UNASKED, page->language));
        return;
    }
    MESSAGES_FILL(&page->line, MESSAGE_DIFF_ASKED, page->language,
                  (struct str){number, writer_format_decimal((int64_t)touched->tasks, 0, number)});
    if (touched->unread > 0)
        MESSAGES_FILL(&page->line, MESSAGE_DIFF_UNREAD, page->language,
                      (struct str){number, writer_format_decimal((int64_t)touched->unread, 0, number)});
    end_line(page, LINE_REMARK);
}

static void put_all_items(struct diff_page *page) {
    const struct list_diff *diff = page->diff;
    const struct list_touched none = {0}, *touched = page->touched ? page->touched : &none;
    put_items(page, MESSAGE_DIFF_ADDED, page->after, diff->added, diff->added_count, touched->added);
    put_items(page, MESSAGE_DIFF_DROPPED, page->before, diff->dropped, diff->dropped_count, touched->dropped);
    put_changes(page, MESSAGE_DIFF_MOVED, CHANGE_MOVED);
    put_changes(page, MESSAGE_DIFF_REWORDED, CHANGE_REWORDED);
    put_changes(page, MESSAGE_DIFF_RENUMBERED, CHANGE_RENUMBERED);
}

static void put_villages(struct diff_page *page) {
    const struct list before = list_of_villages(page->before), after = list_of_villages(page->after);
    if (!has_items(page->diff->villages)) return;
    buf_put(&page->line, messages_text(MESSAGE_HEADING_VILLAGES, page->language));
    end_line(page, LINE_HEADING);
    struct diff_page villages = page_of_villages(page, &before, &after);
    put_all_items(&villages);
    page->page = villages.page;
    page->line = villages.line;
}

static void put_page(struct diff_page *page) {
    const struct list_diff *diff = page->diff;
    const struct list_touched none = {0}, *touched = page->touched ? page->touched : &none;
    MESSAGES_FILL(&page->line, MESSAGE_DIFF_TITLE, page->language, page->before->id, page->after->id);
    end_line(page, LINE_TITLE);
    if (is_same(diff)) {
        buf_put(&page->line, messages_text(MESSAGE_DIFF_SAME, page->language));
        end_line(page, LINE_RESULT);
    }
    put_all_items(page);
    put_powers(page, MESSAGE_DIFF_GRANTED, page->after, diff->granted, diff->granted_count, touched->granted);
    put_powers(page, MESSAGE_DIFF_RECALLED, page->before, diff->recalled, diff->recalled_count, touched->recalled);
    put_villages(page);
    put_asked(page);
}

/* All tasks that an entry touches, where a ledger was asked. */
static void write_touched(struct writer *writer, const struct touched_tasks *tasks, size_t entry) {
    if (!tasks) return;
    WRITER_KEY(writer, "tasks");
    writer_open(writer, '[');
    for (size_t i = 0; i < tasks[entry].count; i++) writer_string(writer, tasks[entry].at[i].id);
    writer_close(writer, ']');
}

static void write_item(struct writer *writer, const char *kinds, const struct item *item, const struct touched_tasks *tasks,
                       size_t entry) {
    writer_open(writer, '{');
    WRITER_KEY(writer, "item");
    writer_string(writer, item->id);
    WRITER_KEY(writer, "kind");
    writer_name(writer, choices_of(kinds).at[item->kind].name);
    WRITER_KEY(writer, "name");
    writer_string(writer, item->name);
    write_touched(writer, tasks, entry);
    writer_close(writer, '}');
}

struct diff_items {
    const struct list *list;
    const int *items;
    size_t count;
    const struct touched_tasks *tasks;
};

static void write_items(struct writer *writer, const struct diff_page *page, struct str key, struct diff_items of) {
    writer_key(writer, key);
    writer_open(writer, '[');
    for (size_t i = 0; i < of.count; i++) write_item(writer, page->kinds, &of.list->items[of.items[i]], of.tasks, i);
    writer_close(writer, ']');
}

static void write_change(struct writer *writer, const struct diff_page *page, size_t entry) {
    const struct item_change *change = &page->diff->changed[entry];
    writer_open(writer, '{');
    WRITER_KEY(writer, "after");
    write_item(writer, page->kinds, &page->after->items[change->after], NULL, 0);
    WRITER_KEY(writer, "before");
    write_item(writer, page->kinds, &page->before->items[change->before], NULL, 0);
    WRITER_KEY(writer, "changed");
    writer_open(writer, '[');
    for (size_t field = 0; field < DIFF_FIELD_COUNT; field++)
        if (change->fields >> field & 1) writer_name(writer, list_diff_key((enum list_diff_field)field));
    writer_close(writer, ']');
    write_touched(writer, page->touched ? page->touched->changed : NULL, entry);
    writer_close(writer, '}');
}

static void write_changes(struct writer *writer, const struct diff_page *page, enum change kind) {
    writer_open(writer, '[');
    for (size_t i = 0; i < page->diff->changed_count; i++)
        if (change_of(&page->diff->changed[i]) == kind) write_change(writer, page, i);
    writer_close(writer, ']');
}

static void write_powers(struct writer *writer, const struct list *list, const int *powers, size_t count,
                         const struct touched_tasks *tasks) {
    writer_open(writer, '[');
    for (size_t i = 0; i < count; i++) {
        const struct power_held *held = &list->powers[powers[i]];
        writer_open(writer, '{');
        WRITER_KEY(writer, "matter");
        writer_string(writer, held->power.matter);
        WRITER_KEY(writer, "mode");
        writer_name(writer, choices_of("POWER_MODE").at[held->mode].name);
        WRITER_KEY(writer, "power");
        writer_name(writer, choices_of("POWER").at[held->power.power].name);
        write_touched(writer, tasks, i);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
}

/* Always there, so that nobody has to guess whether the villages' list was compared. */
static void write_villages(struct writer *writer, const struct diff_page *page) {
    const struct list before = list_of_villages(page->before), after = list_of_villages(page->after);
    const struct diff_page villages = page_of_villages(page, &before, &after);
    const struct list_diff *diff = villages.diff;
    WRITER_KEY(writer, "village_items");
    writer_open(writer, '{');
    write_items(writer, &villages, STR("added"), (struct diff_items){&after, diff->added, diff->added_count, NULL});
    write_items(writer, &villages, STR("dropped"), (struct diff_items){&before, diff->dropped, diff->dropped_count, NULL});
    WRITER_KEY(writer, "moved");
    write_changes(writer, &villages, CHANGE_MOVED);
    WRITER_KEY(writer, "renumbered");
    write_changes(writer, &villages, CHANGE_RENUMBERED);
    WRITER_KEY(writer, "reworded");
    write_changes(writer, &villages, CHANGE_REWORDED);
    writer_close(writer, '}');
}

static void write_page(struct writer *writer, const struct diff_page *page) {
    const struct list_diff *diff = page->diff;
    const struct list_touched none = {0}, *touched = page->touched ? page->touched : &none;
    writer_open(writer, '{');
    write_items(writer, page, STR("added"), (struct diff_items){page->after, diff->added, diff->added_count, touched->added});
    write_items(writer, page, STR("dropped"),
                (struct diff_items){page->before, diff->dropped, diff->dropped_count, touched->dropped});
    WRITER_KEY(writer, "format");
    writer_name(writer, STR("quanze/list-diff/1"));
    WRITER_KEY(writer, "from");
    writer_string(writer, page->before->id);
    WRITER_KEY(writer, "moved");
    write_changes(writer, page, CHANGE_MOVED);
    WRITER_KEY(writer, "powers_granted");
    write_powers(writer, page->after, diff->granted, diff->granted_count, touched->granted);
    WRITER_KEY(writer, "powers_recalled");
    write_powers(writer, page->before, diff->recalled, diff->recalled_count, touched->recalled);
    WRITER_KEY(writer, "renumbered");
    write_changes(writer, page, CHANGE_RENUMBERED);
    WRITER_KEY(writer, "reworded");
    write_changes(writer, page, CHANGE_REWORDED);
    if (page->touched) {
        WRITER_KEY(writer, "tasks_looked_at");
        writer_int(writer, (int64_t)touched->tasks);
        WRITER_KEY(writer, "tasks_unread");
        writer_int(writer, (int64_t)touched->unread);
    }
    WRITER_KEY(writer, "to");
    writer_string(writer, page->after->id);
    write_villages(writer, page);
    writer_close(writer, '}');
    buf_put_char(writer->out, '\n');
}

void say_list_diff(struct buf *out, const struct list_change *change, const struct quanze_page_request *style) {
    const quanze_format format = style->format;
    struct diff_page page = {.page = {.out = out},
                             .diff = change->diff,
                             .before = change->before,
                             .after = change->after,
                             .touched = change->touched,
                             .kinds = "ITEM_KIND",
                             .table = TABLE_COOPERATIVE,
                             .language = style->language,
                             .more = str_of(style->more),
                             .link = str_of(style->link),
                             .task_link = str_of(style->task_link),
                             .is_html = format == QUANZE_FORMAT_HTML || format == QUANZE_FORMAT_HTML_PART};
    if (page.is_html) {
        html_begin(out, change->after->title, style->language, format);
        put_page(&page);
        html_end(out, NULL, format);
    } else if (format == QUANZE_FORMAT_TEXT) {
        put_page(&page);
    } else {
        struct writer writer = writer_start(out, say_style_of(format));
        write_page(&writer, &page);
    }
    out->failed |= page.line.failed;
    buf_free(&page.line);
}
