/* search.h - the page of `list search`: the items a text speaks of, and the words they were found by. */
#ifndef SAY_SEARCH_H
#define SAY_SEARCH_H

#include <say/say.h>

struct search_hit {
    int item;
    int32_t score; /* millionths */
    struct texts words;
};

struct search_answer {
    struct str query;
    int32_t as_of; /* the day that was asked for, or DAY_NONE */
    bool accepted; /* the first hit is said to be it */
    const struct search_hit *hits;
    size_t count;
};

/* quanze/search/1, or a page with a line of words under each item. */
void say_search(struct buf *out, const struct list *list, const struct search_answer *answer, quanze_language language,
                quanze_format format);

/* The same as HTML; an item leads to its own page where there are links. */
void say_search_html(struct buf *out, const struct list *list, const struct search_answer *answer,
                     const struct list_style *style);

#endif
