/* search_html.c - what a search found, as HTML: each item with its kind, who leads it, and the words it was found by. */
#include <say/html.h>
#include <say/list/list_page.h>
#include <say/list/search.h>

static struct str text_of(const struct list_style *style, enum message_id id) { return messages_text(id, style->language); }

static void put_name(struct buf *out, const struct item *item, const struct list_style *style) {
    if (style->link.length > 0) {
        buf_put_text(out, "<a href=\"");
        html_text(out, style->link);
        html_url(out, item->id);
        buf_put_text(out, "\">");
    }
    html_text(out, item->name);
    buf_put_text(out, style->link.length > 0 ? "</a> " : " ");
    html_element(out, "span", "id", item->id);
}

/* "cooperative, led by the fire department; by fire, inspection". */
static void put_why(struct buf *out, const struct list *list, const struct search_hit *hit, const struct list_style *style) {
    const struct item *item = &list->items[hit->item];
    buf_put_text(out, "<br><small>");
    html_text(out, choice_text(&choices_of("ITEM_KIND").at[item->kind], style->language));
    if (item->department >= 0) {
        html_text(out, text_of(style, MESSAGE_GAP));
        html_text(out, list->departments[item->department].name);
    }
    if (hit->words.count > 0) {
        html_text(out, text_of(style, MESSAGE_GAP));
        html_text(out, text_of(style, MESSAGE_FOUND_BY_WORDS));
    }
    for (size_t i = 0; i < hit->words.count; i++) {
        if (i > 0) html_text(out, text_of(style, MESSAGE_LIST_COMMA));
        html_element(out, "b", NULL, hit->words.at[i]);
    }
    buf_put_text(out, "</small>");
}

void say_search_html(struct buf *out, const struct list *list, const struct search_answer *answer,
                     const struct list_style *style) {
    const enum message_id none = answer->count > 0 ? MESSAGE_SPEAKS_OF_NO_ITEM_NEAREST : MESSAGE_SPEAKS_OF_NO_ITEM;
    struct buf title = {0}, remark = {0};
    MESSAGES_FILL(&title, MESSAGE_TITLE_SEARCH, style->language, answer->query);
    html_begin(out, buf_str(&title), style->language, style->form);
    html_element(out, "h1", NULL, buf_str(&title));
    if (list_page_not_in_force(&remark, list, answer->as_of, style->language))
        html_element(out, "p", "box hold", buf_str(&remark));
    if (!answer->accepted) html_element(out, "p", "box hold", text_of(style, none));
    buf_put_text(out, answer->count > 0 ? "<ol class=\"hits\">\n" : "\n");
    for (size_t i = 0; i < answer->count; i++) {
        buf_put_text(out, "<li>");
        put_name(out, &list->items[answer->hits[i].item], style);
        put_why(out, list, &answer->hits[i], style);
        buf_put_text(out, "</li>\n");
    }
    buf_put_text(out, answer->count > 0 ? "</ol>\n" : "");
    html_end(out, NULL, style->form);
    out->failed |= title.failed || remark.failed;
    buf_free(&title);
    buf_free(&remark);
}
