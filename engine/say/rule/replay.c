#include <say/rule/replay.h>

#include <base/alloc.h>
#include <say/page.h>
#include <say/rule/rule_page.h>
#include <stdlib.h>

#define FLIPS_SHOWN 20
#define NAMES_SHOWN 10

/* By what flips are counted. */
enum group { GROUP_DEPARTMENT, GROUP_TOWNSHIP, GROUP_ITEM, GROUP_RULE, GROUP_COUNT };

/* A name with its flips. */
struct tally {
    struct str name;
    uint64_t harder, softer;
};

struct tallies {
    struct tally *at;
    size_t count, capacity;
};

static size_t flip_count(const struct replay_page *replay) { return (size_t)(replay->harder + replay->softer); }

static bool add(struct tallies *tallies, struct str name, const struct replay_flip *flip) {
    struct tally *grown = alloc_grow(tallies->at, &tallies->capacity, tallies->count + 1, sizeof *grown);
    if (!grown) return false;
    tallies->at = grown;
    tallies->at[tallies->count++] = (struct tally){name, flip->now > flip->was, flip->now < flip->was};
    return true;
}

static bool add_flip(struct tallies *tallies, enum group group, const struct replay_flip *flip) {
    switch (group) {
    case GROUP_DEPARTMENT: return add(tallies, flip->department, flip);
    case GROUP_ITEM: return add(tallies, flip->item_now.length > 0 ? flip->item_now : flip->item_was, flip);
    case GROUP_RULE: return add(tallies, flip->rule, flip);
    case GROUP_TOWNSHIP:
        for (size_t i = 0; i < flip->townships.count; i++)
            if (!add(tallies, flip->townships.at[i], flip)) return false;
        return true;
    case GROUP_COUNT: break;
    }
    return true;
}

static int by_name(const void *left, const void *right) {
    const struct tally *a = left, *b = right;
    return str_compare(a->name, b->name);
}

static int by_flips(const void *left, const void *right) {
    const struct tally *a = left, *b = right;
    const uint64_t x = a->harder + a->softer, y = b->harder + b->softer;
    return x != y ? (x < y) - (x > y) : str_compare(a->name, b->name);
}

/* One tally a name, most flips first. */
static bool tally_up(const struct replay_page *replay, enum group group, struct tallies *out) {
    for (size_t i = 0; i < flip_count(replay); i++)
        if (!add_flip(out, group, &replay->flips[i])) return false;
    size_t kept = 0;
    if (out->count > 0) qsort(out->at, out->count, sizeof *out->at, by_name);
    for (size_t i = 0; i < out->count; i++) {
        if (kept > 0 && str_equal(out->at[kept - 1].name, out->at[i].name)) {
            out->at[kept - 1].harder += out->at[i].harder;
            out->at[kept - 1].softer += out->at[i].softer;
        } else
            out->at[kept++] = out->at[i];
    }
    out->count = kept;
    if (kept > 0) qsort(out->at, kept, sizeof *out->at, by_flips);
    return true;
}

/* --- JSON --- */

static void write_count(struct writer *writer, const char *name, uint64_t number) {
    writer_key(writer, str_of(name));
    writer_int(writer, (int64_t)number);
}

static void write_text(struct writer *writer, const char *name, struct str text) {
    writer_key(writer, str_of(name));
    if (text.length > 0)
        writer_string(writer, text);
    else
        writer_null(writer);
}

static void write_side(struct writer *writer, const char *name, const struct replay_side *side) {
    writer_key(writer, str_of(name));
    writer_open(writer, '{');
    write_text(writer, "level", side->level);
    write_text(writer, "status", side->status);
    writer_close(writer, '}');
}

static void write_flip(struct writer *writer, const struct replay_flip *flip) {
    writer_open(writer, '{');
    write_text(writer, "department", flip->department);
    WRITER_KEY(writer, "first");
    writer_open(writer, '{');
    write_side(writer, "now", &flip->after);
    WRITER_KEY(writer, "packs");
    say_write_texts(writer, &flip->packs);
    write_text(writer, "rule", flip->rule);
    write_side(writer, "was", &flip->before);
    writer_close(writer, '}');
    WRITER_KEY(writer, "item");
    writer_open(writer, '{');
    write_text(writer, "now", flip->item_now);
    write_text(writer, "was", flip->item_was);
    writer_close(writer, '}');
    WRITER_KEY(writer, "now");
    writer_name(writer, verdict_name(flip->now));
    write_text(writer, "task", flip->task);
    WRITER_KEY(writer, "townships");
    say_write_texts(writer, &flip->townships);
    WRITER_KEY(writer, "was");
    writer_name(writer, verdict_name(flip->was));
    writer_close(writer, '}');
}

static bool write_group(struct writer *writer, const struct replay_page *replay, const char *name, enum group group) {
    struct tallies tallies = {0};
    const bool ok = tally_up(replay, group, &tallies);
    writer_key(writer, str_of(name));
    writer_open(writer, '[');
    for (size_t i = 0; ok && i < tallies.count; i++) {
        writer_open(writer, '{');
        write_count(writer, "harder", tallies.at[i].harder);
        write_text(writer, "name", tallies.at[i].name);
        write_count(writer, "softer", tallies.at[i].softer);
        writer_close(writer, '}');
    }
    writer_close(writer, ']');
    alloc_free(tallies.at);
    return ok;
}

static bool write_page(struct buf *out, const struct replay_page *replay, quanze_format format) {
    struct writer writer = writer_start(out, say_style_of(format));
    writer_open(&writer, '{');
    bool ok = write_group(&writer, replay, "departments", GROUP_DEPARTMENT);
    WRITER_KEY(&writer, "flips");
    writer_open(&writer, '[');
    for (size_t i = 0; i < flip_count(replay); i++) write_flip(&writer, &replay->flips[i]);
    writer_close(&writer, ']');
    WRITER_KEY(&writer, "format");
    writer_name(&writer, STR("quanze/replay/1"));
    WRITER_KEY(&writer, "from");
    say_write_day(&writer, replay->days.from);
    write_count(&writer, "harder", replay->harder);
    ok = write_group(&writer, replay, "items", GROUP_ITEM) && ok;
    ok = write_group(&writer, replay, "rules", GROUP_RULE) && ok;
    write_count(&writer, "softer", replay->softer);
    write_count(&writer, "tasks", replay->tasks);
    WRITER_KEY(&writer, "to");
    say_write_day(&writer, replay->days.to);
    ok = write_group(&writer, replay, "townships", GROUP_TOWNSHIP) && ok;
    write_count(&writer, "undecided", replay->undecided);
    write_count(&writer, "unread", replay->unread);
    writer_close(&writer, '}');
    buf_put_char(out, '\n');
    return ok;
}

/* --- text --- */

struct replay_sheet {
    struct page page;
    const struct replay_page *replay;
    quanze_language language;
    struct buf line;
};

static struct str text_of(const struct replay_sheet *sheet, enum message_id id) { return messages_text(id, sheet->language); }

static struct str or_text(const struct replay_sheet *sheet, struct str text, enum message_id otherwise) {
    return text.length > 0 ? text : text_of(sheet, otherwise);
}

/* What an item or a rule is called; empty: it is none of the list and book. */
static struct str title_of(const struct replay_sheet *sheet, enum group group, struct str id) {
    const struct replay_page *replay = sheet->replay;
    const int item = group == GROUP_ITEM ? list_find_item(replay->list, id) : -1;
    const int rule = group == GROUP_RULE ? rulebook_find(replay->book, id) : -1;
    if (item >= 0) return replay->list->items[item].name;
    return rule >= 0 ? bilingual_text(&replay->book->rules[rule].title, sheet->language) : STR("");
}

/* The title with the id behind it, or the id alone. */
static void put_named(struct buf *out, const struct replay_sheet *sheet, enum group group, struct str id) {
    const struct str title = title_of(sheet, group, id);
    buf_put(out, title);
    if (title.length > 0) buf_put_char(out, ' ');
    buf_put(out, id);
}

static void put_line(struct replay_sheet *sheet, size_t column) {
    page_to(&sheet->page, column);
    page_flow(&sheet->page, buf_str(&sheet->line), column);
    page_end_line(&sheet->page);
    page_drop(&sheet->page, &sheet->line);
}

static struct str number(struct buf *out, uint64_t value) {
    const size_t begin = out->length;
    buf_put_int(out, (int64_t)value);
    return out->failed ? STR("") : (struct str){out->at + begin, out->length - begin};
}

/* A message with up to three numbers. */
static void put_numbers(struct replay_sheet *sheet, enum message_id id, uint64_t one, uint64_t two, uint64_t three) {
    struct buf texts[3] = {{0}};
    MESSAGES_FILL(&sheet->line, id, sheet->language, number(&texts[0], one), number(&texts[1], two), number(&texts[2], three));
    for (size_t i = 0; i < 3; i++) {
        sheet->line.failed |= texts[i].failed;
        buf_free(&texts[i]);
    }
    put_line(sheet, 1);
}

static bool put_group(struct replay_sheet *sheet, const struct replay_page *replay, enum message_id label, enum group group) {
    struct tallies tallies = {0};
    const bool ok = tally_up(replay, group, &tallies);
    for (size_t i = 0; ok && i < tallies.count && i < NAMES_SHOWN; i++) {
        struct buf harder = {0}, softer = {0}, name = {0};
        put_named(&name, sheet, group, or_text(sheet, tallies.at[i].name, MESSAGE_UNKNOWN));
        page_to(&sheet->page, 1);
        if (i == 0) page_put(&sheet->page, text_of(sheet, label));
        MESSAGES_FILL(&sheet->line, MESSAGE_REPLAY_TALLY, sheet->language, buf_str(&name),
                      number(&harder, tallies.at[i].harder), number(&softer, tallies.at[i].softer));
        sheet->line.failed |= name.failed;
        put_line(sheet, 12);
        buf_free(&name);
        buf_free(&harder);
        buf_free(&softer);
    }
    alloc_free(tallies.at);
    return ok;
}

/* "failed (block)", or that it passed or did not apply. */
static void put_side(struct replay_sheet *sheet, const struct replay_side *side) {
    const int status = status_find(side->status), level = level_find(side->level);
    if (status < 0) {
        buf_put(&sheet->line, text_of(sheet, MESSAGE_REPLAY_NOTHING));
        return;
    }
    buf_put(&sheet->line, text_of(sheet, status == STATUS_UNKNOWN  ? MESSAGE_MARK_UNKNOWN
                                         : status == STATUS_WAIVED ? MESSAGE_MARK_WAIVED
                                                                   : MESSAGE_EXPECT_FAIL));
    if (level < 0) return;
    buf_put_char(&sheet->line, ' ');
    buf_put(&sheet->line, say_level((enum level)level, sheet->language));
}

static void put_first(struct replay_sheet *sheet, const struct replay_flip *flip) {
    if (flip->rule.length == 0) return;
    put_named(&sheet->line, sheet, GROUP_RULE, flip->rule);
    buf_put(&sheet->line, text_of(sheet, MESSAGE_COLON));
    put_side(sheet, &flip->before);
    buf_put(&sheet->line, text_of(sheet, MESSAGE_REPLAY_ARROW));
    put_side(sheet, &flip->after);
    for (size_t i = 0; i < flip->packs.count; i++) {
        buf_put(&sheet->line, text_of(sheet, i == 0 ? MESSAGE_GAP : MESSAGE_LIST_COMMA));
        buf_put(&sheet->line, flip->packs.at[i]);
    }
    put_line(sheet, 4);
}

static void put_flip(struct replay_sheet *sheet, const struct replay_flip *flip) {
    MESSAGES_FILL(&sheet->line, MESSAGE_REPLAY_FLIP, sheet->language, flip->task,
                  or_text(sheet, flip->department, MESSAGE_UNKNOWN), say_verdict(flip->was, sheet->language),
                  say_verdict(flip->now, sheet->language));
    put_line(sheet, 1);
    put_first(sheet, flip);
    if (str_equal(flip->item_was, flip->item_now)) return;
    struct buf was = {0}, now = {0};
    put_named(&was, sheet, GROUP_ITEM, or_text(sheet, flip->item_was, MESSAGE_NONE));
    put_named(&now, sheet, GROUP_ITEM, or_text(sheet, flip->item_now, MESSAGE_NONE));
    MESSAGES_FILL(&sheet->line, MESSAGE_REPLAY_ITEM, sheet->language, buf_str(&was), buf_str(&now));
    sheet->line.failed |= was.failed || now.failed;
    put_line(sheet, 4);
    buf_free(&was);
    buf_free(&now);
}

static bool put_page(struct replay_sheet *sheet, const struct replay_page *replay, bool verbose) {
    const size_t flips = flip_count(replay), shown = verbose || flips < FLIPS_SHOWN ? flips : FLIPS_SHOWN;
    put_numbers(sheet, MESSAGE_REPLAY_HEAD, replay->tasks, replay->undecided, replay->unread);
    put_numbers(sheet,
                flips > 0           ? MESSAGE_REPLAY_FLIPS
                : replay->tasks > 0 ? MESSAGE_REPLAY_SAME
                                    : MESSAGE_REPLAY_NONE,
                flips, replay->harder, replay->softer);
    if (flips == 0) return true;
    page_end_line(&sheet->page);
    const bool ok = put_group(sheet, replay, MESSAGE_REPLAY_DEPARTMENTS, GROUP_DEPARTMENT) &&
                    put_group(sheet, replay, MESSAGE_REPLAY_TOWNSHIPS, GROUP_TOWNSHIP) &&
                    put_group(sheet, replay, MESSAGE_REPLAY_ITEMS, GROUP_ITEM) &&
                    put_group(sheet, replay, MESSAGE_REPLAY_RULES, GROUP_RULE);
    page_end_line(&sheet->page);
    for (size_t i = 0; i < shown; i++) put_flip(sheet, &replay->flips[i]);
    if (shown < flips) put_numbers(sheet, MESSAGE_REPLAY_MORE, flips - shown, 0, 0);
    return ok;
}

bool say_replay(struct buf *out, const struct replay_page *replay, quanze_language language, quanze_format format,
                bool verbose) {
    if (format != QUANZE_FORMAT_TEXT) return write_page(out, replay, format);
    struct replay_sheet sheet = {.page = {.out = out}, .replay = replay, .language = language};
    const bool ok = put_page(&sheet, replay, verbose);
    out->failed |= sheet.line.failed;
    buf_free(&sheet.line);
    return ok;
}
