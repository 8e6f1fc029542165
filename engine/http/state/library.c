#include <http/state/library.h>

#include <base/alloc.h>
#include <base/error.h>
#include <http/state/clock.h>
#include <pthread.h>

#define KEPT_SCREENERS 16 /* each holds one Lua state with the rules that it has met */

struct edition {
    struct quanze *engine;
    struct quanze_screener *screeners[KEPT_SCREENERS];
    size_t screener_count;
    unsigned number;
    size_t uses; /* the library's own and one for each request */
};

struct library {
    struct quanze_options options;
    pthread_mutex_t lock;       /* of `current` and `news` */
    pthread_mutex_t one_by_one; /* reloads */
    struct edition *current;
    struct library_news news;
};

/* The first problems of files that were refused. */
struct reasons {
    struct buf zh, en;
    size_t count;
};

#define REASONS 8

static void put_reason(struct buf *out, const struct quanze_problem *problem, const char *sentence) {
    if (problem->file && *problem->file) buf_printf(out, "%s:%u:%u: ", problem->file, problem->line, problem->column);
    buf_printf(out, "%s\n", sentence);
}

static void take_problem(void *payload, const struct quanze_problem *problem) {
    struct reasons *reasons = payload;
    if (problem->is_warning || reasons->count++ >= REASONS) return;
    put_reason(&reasons->zh, problem, problem->zh);
    put_reason(&reasons->en, problem, problem->en);
}

static quanze_status open_edition(const struct quanze_options *options, struct edition **out, struct quanze_error *error) {
    struct edition *edition = alloc_new(sizeof *edition);
    if (!edition) return error_memory(error);
    const quanze_status status = quanze_open(options, &edition->engine, error);
    edition->uses = 1;
    if (status == QUANZE_OK)
        *out = edition;
    else
        alloc_free(edition);
    return status;
}

static void copy_reason(char out[2048], const struct buf *reasons, const char *sentence) {
    const struct str text = reasons->length > 0 && !reasons->failed ? buf_str(reasons) : str_of(sentence);
    size_t length = text.length < 2047 ? text.length : 2047;
    while (length > 0 && length < text.length && ((unsigned char)text.at[length] & 0xC0) == 0x80) length--;
    memcpy(out, text.at, length);
    out[length] = '\0';
}

static void write_news(struct library *library, quanze_status status, const struct reasons *reasons,
                       const struct quanze_error *error) {
    struct library_news *news = &library->news;
    clock_now_seconds(news->at);
    news->refused = status != QUANZE_OK;
    news->editions += status == QUANZE_OK;
    news->why_zh[0] = news->why_en[0] = '\0';
    if (!news->refused) return;
    copy_reason(news->why_zh, &reasons->zh, error->zh);
    copy_reason(news->why_en, &reasons->en, error->en);
}

static struct edition *put_down(struct edition *edition) {
    if (edition && --edition->uses > 0) return NULL;
    return edition;
}

static void close_screeners(struct edition *edition) {
    while (edition->screener_count > 0) quanze_screener_close(edition->screeners[--edition->screener_count]);
}

static void free_edition(struct edition *edition) {
    if (!edition) return;
    close_screeners(edition);
    quanze_close(edition->engine);
    alloc_free(edition);
}

quanze_status library_reload(struct library *library, struct quanze_error *error) {
    struct reasons reasons = {0};
    struct edition *fresh = NULL, *gone = NULL;
    struct quanze_options options = library->options;
    options.reporter = (struct quanze_reporter){take_problem, &reasons};
    (void)pthread_mutex_lock(&library->one_by_one);
    const quanze_status status = open_edition(&options, &fresh, error);
    (void)pthread_mutex_lock(&library->lock);
    if (status == QUANZE_OK) {
        gone = put_down(library->current);
        library->current = fresh;
    }
    write_news(library, status, &reasons, error);
    if (status == QUANZE_OK) fresh->number = library->news.editions;
    (void)pthread_mutex_unlock(&library->lock);
    (void)pthread_mutex_unlock(&library->one_by_one);
    free_edition(gone);
    buf_free(&reasons.zh);
    buf_free(&reasons.en);
    return status;
}

quanze_status library_open(const struct quanze_options *options, struct library **out, struct quanze_error *error) {
    struct library *library = alloc_new(sizeof *library);
    if (!library || pthread_mutex_init(&library->lock, NULL) != 0 || pthread_mutex_init(&library->one_by_one, NULL) != 0) {
        alloc_free(library);
        return error_memory(error);
    }
    library->options = *options;
    const quanze_status status = library_reload(library, error);
    if (status == QUANZE_OK)
        *out = library;
    else
        library_close(library);
    return status;
}

void library_close(struct library *library) {
    if (!library) return;
    free_edition(put_down(library->current));
    (void)pthread_mutex_destroy(&library->lock);
    (void)pthread_mutex_destroy(&library->one_by_one);
    alloc_free(library);
}

quanze_status library_try(const struct library *library, const char *waivers, const struct quanze_reporter *reporter,
                          struct quanze_error *error) {
    struct quanze *engine = NULL;
    struct quanze_options options = library->options;
    options.waivers = waivers;
    options.reporter = *reporter;
    const quanze_status status = quanze_open(&options, &engine, error);
    if (status == QUANZE_OK) quanze_close(engine);
    return status;
}

quanze_status library_open_changed(const struct library *library, const struct library_change *change, struct edition **out,
                                   struct quanze_error *error) {
    struct quanze_options options = library->options;
    const char *packs[QUANZE_MAX_PACKS + 1];
    if (change->pack) {
        if (options.pack_count >= QUANZE_MAX_PACKS)
            return error_set(error, QUANZE_USAGE, "规则包超过 %d 个", "there are more than %d packs", QUANZE_MAX_PACKS);
        for (size_t i = 0; i < options.pack_count; i++) packs[i] = options.packs[i];
        packs[options.pack_count++] = change->pack;
        options.packs = packs;
    }
    options.known_at = change->known_at;
    options.reporter = change->reporter;
    options.strict_budget = options.strict_budget || change->pack;
    if (change->lists) options.lists = change->lists;
    return open_edition(&options, out, error);
}

void library_news(struct library *library, struct library_news *out) {
    (void)pthread_mutex_lock(&library->lock);
    *out = library->news;
    (void)pthread_mutex_unlock(&library->lock);
}

struct edition *library_take(struct library *library) {
    (void)pthread_mutex_lock(&library->lock);
    struct edition *edition = library->current;
    edition->uses++;
    (void)pthread_mutex_unlock(&library->lock);
    return edition;
}

const struct quanze *edition_engine(const struct edition *edition) { return edition->engine; }

unsigned edition_number(const struct edition *edition) { return edition->number; }

void library_give(struct library *library, struct edition *edition) {
    if (!edition) return;
    (void)pthread_mutex_lock(&library->lock);
    struct edition *gone = put_down(edition);
    (void)pthread_mutex_unlock(&library->lock);
    free_edition(gone);
}

quanze_status library_take_screener(struct library *library, struct edition *edition, struct quanze_screener **out,
                                    struct quanze_error *error) {
    struct quanze_screener *screener = NULL;
    (void)pthread_mutex_lock(&library->lock);
    if (edition->screener_count > 0) screener = edition->screeners[--edition->screener_count];
    (void)pthread_mutex_unlock(&library->lock);
    if (!screener) return quanze_screener_open(edition->engine, out, error);
    *out = screener;
    return QUANZE_OK;
}

void library_give_screener(struct library *library, struct edition *edition, struct quanze_screener *screener) {
    (void)pthread_mutex_lock(&library->lock);
    const bool keep = edition->screener_count < KEPT_SCREENERS;
    if (keep) edition->screeners[edition->screener_count++] = screener;
    (void)pthread_mutex_unlock(&library->lock);
    if (!keep) quanze_screener_close(screener);
}

void library_rest(struct library *library) {
    (void)pthread_mutex_lock(&library->lock);
    close_screeners(library->current);
    (void)pthread_mutex_unlock(&library->lock);
}
