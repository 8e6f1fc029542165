#include <door/bundle/bundle_kept.h>
#include <door/door.h>
#include <door/request.h>
#include <door/rule/law.h>

#include <base/alloc.h>
#include <base/buf.h>
#include <base/pieces.h>
#include <read/read.h>
#include <read/thesaurus.h>

/* The thesaurus that comes along, then the list's own, in the folder `thesaurus` beside its files. */
static quanze_status read_words(const struct quanze_options *options, struct thesaurus *out, struct problems *problems,
                                struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    if (options->thesaurus) status = read_thesaurus(options->thesaurus, out, problems, error);
    if (status != QUANZE_OK && status != QUANZE_BAD_DATA) return status;
    struct buf own = {0};
    buf_put_text(&own, options->lists);
    buf_put(&own, (struct str){"/thesaurus", sizeof "/thesaurus"}); /* its NUL too */
    if (own.failed)
        status = error_memory(error);
    else if (file_kind_of(own.at) == FILE_FOLDER)
        status = read_thesaurus(own.at, out, problems, error);
    buf_free(&own);
    return status;
}

/* Leaves out of the list what was not published by the day that is asked for. */
static quanze_status forget(const struct quanze_options *options, struct list *list, struct quanze_error *error) {
    int32_t known_at;
    quanze_status status = request_day(options->known_at, "known_at", &known_at, error);
    if (status != QUANZE_OK) return status;
    list_forget(list, known_at);
    if (is_known(list->published_on, known_at)) return QUANZE_OK;
    char day[24];
    day_format(list->published_on, day);
    return error_set(error, QUANZE_USAGE, "清单 %s 才公布，known_at “%s”那天还没有",
                     "the list was published on %s, after known_at \"%s\"", day, options->known_at);
}

/* Whether nothing further need be read: what is wrong with an input does not keep the others from being looked at. */
static bool is_final(quanze_status status, const struct problems *problems) {
    return status != QUANZE_OK && (status != QUANZE_BAD_DATA || problems->errors == 0);
}

/* What is read beside each other, once the list is there: words and what is made of them, rules, calendar. */
enum part { PART_WORDS, PART_RULES, PART_CALENDAR, PARTS };

struct opening {
    const struct quanze_options *options;
    struct quanze *engine;
    bool list_is_right;
    struct {
        struct arena arena; /* of its problems */
        struct problems problems;
        quanze_status status;
        struct quanze_error error;
    } parts[PARTS];
};

static quanze_status make_indexes(struct quanze *engine, struct quanze_error *error) {
    quanze_status status = match_index_open(&engine->list, &engine->thesaurus, &engine->index, error);
    if (status != QUANZE_OK || engine->list.village_item_count == 0) return status;
    engine->villages = list_of_villages(&engine->list);
    return match_index_open(&engine->villages, &engine->thesaurus, &engine->village_index, error);
}

static quanze_status read_part(const struct opening *opening, enum part part, struct problems *problems,
                               struct quanze_error *error) {
    const struct quanze_options *options = opening->options;
    struct quanze *engine = opening->engine;
    quanze_status status = QUANZE_OK;
    switch (part) {
    case PART_WORDS:
        if (options->lists) status = read_words(options, &engine->thesaurus, problems, error);
        if (status == QUANZE_OK && opening->list_is_right && problems->errors == 0) status = make_indexes(engine, error);
        return status;
    case PART_RULES:
        return options->rules ? law_open(options, engine_list(engine), &engine->packs, &engine->book, problems, error) : status;
    case PART_CALENDAR:
        engine->has_calendar = options->calendar != NULL;
        return options->calendar ? read_calendar(options->calendar, &engine->calendar, problems, error) : status;
    case PARTS: break;
    }
    return status;
}

static void read_one(void *payload, size_t index) {
    struct opening *opening = payload;
    opening->parts[index].problems.arena = &opening->parts[index].arena;
    opening->parts[index].status =
        read_part(opening, (enum part)index, &opening->parts[index].problems, &opening->parts[index].error);
}

/* What the parts came to, as if they had been read one after the other. */
static quanze_status settle(struct opening *opening, struct problems *problems, struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < PARTS; i++) {
        if (!is_final(status, problems)) {
            problems_add_all(problems, &opening->parts[i].problems);
            status = opening->parts[i].status;
            if (is_final(status, problems)) *error = opening->parts[i].error;
        }
        arena_free(&opening->parts[i].arena);
    }
    return is_final(status, problems) ? status : problems_status(problems, error);
}

static quanze_status read_all(const struct quanze_options *options, struct quanze *engine, struct problems *problems,
                              struct quanze_error *error) {
    struct opening opening = {.options = options, .engine = engine};
    quanze_status status = QUANZE_OK;
    if (options->lists) {
        engine->has_list = true;
        status = read_list_with(options->lists, options->waivers, &engine->list, problems, error);
        if (status == QUANZE_OK) status = forget(options, &engine->list, error);
        if (is_final(status, problems)) return status;
        opening.list_is_right = status == QUANZE_OK && problems->errors == 0;
    }
    pieces_do(PARTS, options->jobs, read_one, &opening);
    return settle(&opening, problems, error);
}

/* NULL stays NULL. */
static bool keep_path(struct arena *arena, const char *path, const char **out) {
    *out = path ? arena_copy(arena, str_of(path)).at : NULL;
    return !path || *out;
}

static bool keep_paths(const struct quanze_options *options, struct quanze *engine) {
    struct engine_files *files = &engine->files;
    return keep_path(&engine->packs, options->lists, &files->lists) &&
           keep_path(&engine->packs, options->rules, &files->rules) &&
           keep_path(&engine->packs, options->calendar, &files->calendar) &&
           keep_path(&engine->packs, options->thesaurus, &files->thesaurus) &&
           keep_path(&engine->packs, options->waivers, &files->waivers);
}

static quanze_status wire(struct quanze *engine, struct quanze_error *error) {
    engine->kept = bundle_kept_open();
    if (!engine->kept) return error_memory(error);
    if (!engine->has_list || !engine->book) return QUANZE_OK;
    return plan_open(engine->book, &engine->list, engine_calendar(engine), &engine->plan, error);
}

quanze_status quanze_open(const struct quanze_options *options, struct quanze **out, struct quanze_error *error) {
    if (!options->lists && !options->rules)
        return error_set(error, QUANZE_USAGE, "没有给出清单，也没有给出规则", "neither a duty list nor rules were given");
    struct quanze *engine = alloc_new(sizeof *engine);
    if (!engine) return error_memory(error);
    engine->strict_budget = options->strict_budget;

    struct arena arena = {0};
    struct problems problems = {.arena = &arena};
    quanze_status status = keep_paths(options, engine) ? read_all(options, engine, &problems, error) : error_memory(error);
    problems_report(&problems, options->reporter);
    arena_free(&arena);
    if (status == QUANZE_OK) status = wire(engine, error);
    if (status == QUANZE_OK)
        *out = engine;
    else
        quanze_close(engine);
    return status;
}

void quanze_close(struct quanze *engine) {
    if (!engine) return;
    bundle_kept_close(engine->kept);
    plan_close(engine->plan);
    match_index_close(engine->village_index);
    match_index_close(engine->index);
    rulebook_free(engine->book);
    arena_free(&engine->packs);
    calendar_free(&engine->calendar);
    thesaurus_free(&engine->thesaurus);
    list_free(&engine->list);
    alloc_free(engine);
}

const char *quanze_version(void) { return QUANZE_VERSION; }
