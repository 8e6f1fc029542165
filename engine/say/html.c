/* html.c - see html.h. Source: HTML Living Standard 13.1.2.4 (what attribute values may hold), WCAG 2.1 AA (language,
 * viewport). */
#include <base/asset.h>
#include <say/html.h>
#include <string.h>

extern const struct asset SAY_STYLES[];
extern const size_t SAY_STYLES_count;
extern const struct asset SAY_SCRIPTS[];
extern const size_t SAY_SCRIPTS_count;

/* What stands for a byte in text, or NULL when it stands for itself. */
static const char *escape(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\n':
    case '\t': return NULL;
    }
    return (unsigned char)c < 0x20 || c == 0x7F ? " " : NULL;
}

void html_text(struct buf *out, struct str text) {
    size_t from = 0;
    for (size_t i = 0; i < text.length; i++) {
        const char *instead = escape(text.at[i]);
        if (!instead) continue;
        buf_put(out, (struct str){text.at + from, i - from});
        buf_put_text(out, instead);
        from = i + 1;
    }
    buf_put(out, (struct str){text.at + from, text.length - from});
}

/* Spaces run together in HTML: the two that stand between parts of an English line become one that is wide. */
static void put_gapped(struct buf *out, struct str text) {
    for (ptrdiff_t gap; (gap = str_find(text, STR("  "))) >= 0;) {
        html_text(out, (struct str){text.at, (size_t)gap});
        buf_put_text(out, "\xE2\x80\x83");
        text = (struct str){text.at + gap + 2, text.length - (size_t)gap - 2};
    }
    html_text(out, text);
}

void html_element(struct buf *out, const char *tag, const char *style, struct str text) {
    const struct str name = {tag, strcspn(tag, " ")};
    buf_put_char(out, '<');
    buf_put_text(out, tag);
    if (style) {
        buf_put_text(out, " class=\"");
        buf_put_text(out, style);
        buf_put_char(out, '"');
    }
    buf_put_char(out, '>');
    put_gapped(out, text);
    buf_put_text(out, "</");
    buf_put(out, name);
    buf_put_char(out, '>');
}

static bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

void html_anchor(struct buf *out, struct str text) {
    static const char DIGITS[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.length; i++) {
        const unsigned char byte = (unsigned char)text.at[i];
        if (is_plain(text.at[i])) {
            buf_put_char(out, text.at[i]);
            continue;
        }
        const char hex[3] = {'_', DIGITS[byte >> 4], DIGITS[byte & 15]};
        buf_put(out, (struct str){hex, 3});
    }
}

void html_url(struct buf *out, struct str text) {
    for (size_t i = 0; i < text.length; i++) {
        if (is_plain(text.at[i]))
            buf_put_char(out, text.at[i]);
        else
            buf_printf(out, "%%%02X", (unsigned)(unsigned char)text.at[i]);
    }
}

void html_more(struct buf *out, struct str address, int64_t row, struct str words) {
    buf_put_text(out, "<p class=\"no-print\"><a href=\"");
    html_text(out, address);
    buf_put_int(out, row);
    buf_put_text(out, "\">");
    html_text(out, words);
    buf_put_text(out, "</a></p>\n");
}

static struct str asset_named(const struct asset *assets, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(assets[i].name, name) == 0) return asset_text(&assets[i]);
    return STR("");
}

struct str html_style(void) {
    return asset_named(SAY_STYLES, SAY_STYLES_count, "style.css");
}

struct str html_script(const char *name) {
    return asset_named(SAY_SCRIPTS, SAY_SCRIPTS_count, name);
}

void html_begin(struct buf *out, struct str title, quanze_language language, quanze_format form) {
    if (form == QUANZE_FORMAT_HTML_PART) return;
    buf_put_text(out, "<!DOCTYPE html>\n<html lang=\"");
    buf_put_text(out, language == QUANZE_EN ? "en" : "zh-CN");
    buf_put_text(out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    html_text(out, title);
    buf_put_text(out, "</title>\n<style>\n");
    buf_put(out, html_style());
    buf_put_text(out, "</style>\n</head>\n<body>\n<main>\n");
}

void html_end(struct buf *out, const char *scripts, quanze_format form) {
    if (form == QUANZE_FORMAT_HTML_PART) return;
    buf_put_text(out, "</main>\n");
    for (const char *at = scripts; at && *at != '\0'; at += strspn(at, " ")) {
        char name[32] = "";
        const size_t length = strcspn(at, " ");
        memcpy(name, at, length < sizeof name ? length : sizeof name - 1);
        at += length;
        buf_put_text(out, "<script>\n");
        buf_put(out, html_script(name));
        buf_put_text(out, "</script>\n");
    }
    buf_put_text(out, "</body>\n</html>\n");
}
