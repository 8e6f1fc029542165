#include <http/pages/template.h>

#include <base/asset.h>
#include <http/phrase.h>

#define MOST_DEPTH 8 /* parts within parts */

extern const struct asset HTTP_PAGES[];
extern const size_t HTTP_PAGES_count;

struct writing {
    struct buf *out;
    quanze_language language;
    int depth;
};

static struct scope_entry *add(struct scope *scope, const char *name) {
    struct scope_entry *entry = &scope->at[scope->count < SCOPE_ENTRIES ? scope->count++ : SCOPE_ENTRIES - 1];
    *entry = (struct scope_entry){.name = name, .text = STR("")};
    return entry;
}

void scope_text(struct scope *scope, const char *name, struct str text) { add(scope, name)->text = text; }

void scope_part(struct scope *scope, const char *name, struct str html) {
    struct scope_entry *entry = add(scope, name);
    entry->text = html;
    entry->is_part = true;
}

void scope_rows(struct scope *scope, const char *name, const struct scope *rows, size_t count) {
    struct scope_entry *entry = add(scope, name);
    entry->rows = rows;
    entry->row_count = count;
}

void scope_flag(struct scope *scope, const char *name, bool value) { scope_text(scope, name, value ? STR("1") : STR("")); }

static const struct scope_entry *look_up(const struct scope *scope, struct str name) {
    for (; scope; scope = scope->outer)
        for (size_t i = 0; i < scope->count; i++)
            if (str_equal(str_of(scope->at[i].name), name)) return &scope->at[i];
    return NULL;
}

void template_escape(struct buf *out, struct str text) {
    size_t from = 0;
    for (size_t i = 0; i < text.length; i++) {
        const char *entity = NULL;
        switch (text.at[i]) {
        case '&': entity = "&amp;"; break;
        case '<': entity = "&lt;"; break;
        case '>': entity = "&gt;"; break;
        case '"': entity = "&quot;"; break;
        case '\'': entity = "&#39;"; break;
        default: continue;
        }
        buf_put(out, (struct str){text.at + from, i - from});
        buf_put_text(out, entity);
        from = i + 1;
    }
    buf_put(out, (struct str){text.at + from, text.length - from});
}

static bool write_text(const struct writing *writing, struct str text, const struct scope *scope);

static const struct asset *page_of(struct str name) {
    for (size_t i = 0; i < HTTP_PAGES_count; i++) {
        const struct str file = str_of(HTTP_PAGES[i].name);
        if (file.length == name.length + 5 && str_starts_with(file, name)) return &HTTP_PAGES[i];
    }
    return NULL;
}

static bool write_part(const struct writing *writing, struct str name, const struct scope *scope) {
    const struct scope_entry *entry = look_up(scope, name);
    if (entry) {
        buf_put(writing->out, entry->is_part ? entry->text : STR(""));
        return entry->is_part;
    }
    const struct asset *page = page_of(name);
    if (!page || writing->depth == MOST_DEPTH) return false;
    return write_text(&(struct writing){writing->out, writing->language, writing->depth + 1}, asset_text(page), scope);
}

static bool write_name(const struct writing *writing, struct str name, const struct scope *scope) {
    const struct scope_entry *entry = look_up(scope, name);
    const int phrase = entry ? -1 : phrase_find(name);
    if (phrase >= 0) {
        template_escape(writing->out, phrase_text((enum phrase)phrase, writing->language));
        return true;
    }
    if (!entry || entry->is_part || entry->rows) return false;
    template_escape(writing->out, entry->text);
    return true;
}

/* The text of a section, and what stands behind it: `rest` begins behind its opening gap. Sections of one name do not nest. */
static bool take_section(struct str *rest, struct str name, struct str *body) {
    for (size_t i = 0; i + name.length + 5 <= rest->length; i++) {
        const struct str here = {rest->at + i, rest->length - i};
        const struct str behind = {here.at + 3, here.length - 3};
        if (!str_starts_with(here, STR("{{/")) || !str_starts_with(behind, name)) continue;
        if (behind.at[name.length] != '}') continue;
        *body = (struct str){rest->at, i};
        const size_t taken = i + name.length + 5;
        *rest = (struct str){rest->at + taken, rest->length - taken};
        return true;
    }
    return false;
}

static bool write_section(const struct writing *writing, struct str name, bool wanted, struct str body,
                          const struct scope *scope) {
    const struct scope_entry *entry = look_up(scope, name);
    const bool is_there = entry && (entry->rows ? entry->row_count > 0 : entry->text.length > 0);
    if (is_there != wanted) return true;
    if (!wanted || !entry || !entry->rows) return write_text(writing, body, scope);
    for (size_t i = 0; i < entry->row_count; i++) {
        struct scope row = entry->rows[i];
        row.outer = scope;
        if (!write_text(writing, body, &row)) return false;
    }
    return true;
}

/* Writes one gap; `gap` is what stands between the braces, `rest` what comes behind. */
static bool write_gap(const struct writing *writing, struct str gap, struct str *rest, const struct scope *scope) {
    const struct str name = {gap.at + 1, gap.length > 0 ? gap.length - 1 : 0};
    const char kind = gap.length > 0 ? gap.at[0] : '\0';
    if (kind == '>') return write_part(writing, name, scope);
    if (kind != '#' && kind != '^') return write_name(writing, gap, scope);
    struct str body;
    return take_section(rest, name, &body) && write_section(writing, name, kind == '#', body, scope);
}

static bool write_text(const struct writing *writing, struct str text, const struct scope *scope) {
    for (ptrdiff_t open; (open = str_find(text, STR("{{"))) >= 0;) {
        buf_put(writing->out, (struct str){text.at, (size_t)open});
        struct str rest = {text.at + open + 2, text.length - (size_t)open - 2};
        const ptrdiff_t close = str_find(rest, STR("}}"));
        if (close < 0) return false;
        const struct str gap = {rest.at, (size_t)close};
        rest = (struct str){rest.at + close + 2, rest.length - (size_t)close - 2};
        if (!write_gap(writing, gap, &rest, scope)) return false;
        text = rest;
    }
    buf_put(writing->out, text);
    return true;
}

bool template_write(struct buf *out, const char *name, const struct scope *scope, quanze_language language) {
    const struct asset *page = page_of(str_of(name));
    return page && write_text(&(struct writing){out, language, 0}, asset_text(page), scope) && !out->failed;
}
