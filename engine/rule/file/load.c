#include <rule/file/load.h>

#include <base/alloc.h>
#include <base/file.h>
#include <base/pieces.h>
#include <rule/file/rule_file.h>
#include <stdatomic.h>

/* calendar.day_hours when no calendar says otherwise; load needs no calendar. */
#define LOAD_DAY_HOURS 8

/* A loader is not worth its state for fewer files. */
#define FILES_A_LOADER 32

/* One file and what became of it. */
struct load_file {
    const char *path;
    const struct rule_folder *folder;
    struct problems problems; /* in the arena of who read it */
    struct rule rule;
    bool is_right;
};

struct loading {
    struct load_file *files;
    size_t count;
    atomic_size_t next;
    struct loader *loaders;
};

/* One state, which reads files as long as there are any. */
struct loader {
    struct world world;
    struct arena arena;
    bool is_open;
    quanze_status status;
    struct quanze_error error;
};

static quanze_status open_world(struct loader *loader) {
    quanze_status status = rule_file_open_reading(&loader->world, LOAD_DAY_HOURS, &loader->error);
    loader->is_open = status == QUANZE_OK;
    if (status != QUANZE_OK) sandbox_close(&loader->world.sandbox); /* what was opened before it failed */
    return status;
}

static void close_world(struct loader *loader) {
    if (loader->is_open) sandbox_close(&loader->world.sandbox);
    loader->is_open = false;
}

static quanze_status read_file(struct loader *loader, struct load_file *file) {
    struct str source;
    struct quanze_error *error = &loader->error;
    quanze_status status = file_read(file->path, QUANZE_MAX_RULE_BYTES, &loader->arena, &source, error);
    if (status == QUANZE_BAD_DATA || status == QUANZE_NO_INPUT) {
        problem_error(&file->problems, "unreadable", (struct place){file->path, 0, 0}, "%s%.0s", "%.0s%s", error->zh,
                      error->en);
        return QUANZE_OK;
    }
    if (status != QUANZE_OK) return status;
    bool (*read)(struct world *, const char *, struct str, struct arena *, struct rule *, struct problems *) =
        file->folder->to_run ? rule_file_read_to_run : rule_file_read;
    file->is_right = read(&loader->world, file->path, source, &loader->arena, &file->rule, &file->problems);
    if (file->problems.out_of_memory) return error_memory(error);
    if (loader->world.sandbox.trip == TRIP_NONE) {
        sandbox_tidy(&loader->world.sandbox, 0); /* fresh pages cost more than collecting */
        return QUANZE_OK;
    }
    close_world(loader);
    return open_world(loader);
}

static void load(void *payload, size_t index) {
    struct loading *loading = payload;
    struct loader *loader = &loading->loaders[index];
    for (size_t at; loader->status == QUANZE_OK && (at = atomic_fetch_add(&loading->next, 1)) < loading->count;) {
        struct load_file *file = &loading->files[at];
        file->problems.arena = &loader->arena;
        if (!loader->is_open) loader->status = open_world(loader);
        if (loader->status == QUANZE_OK) loader->status = read_file(loader, file);
    }
    close_world(loader);
}

/* Moves what the files came to into the book, in their order. */
static quanze_status gather(struct loading *loading, size_t loader_count, struct rulebook *book, struct problems *problems,
                            struct quanze_error *error) {
    quanze_status status = QUANZE_OK;
    for (size_t i = 0; i < loader_count && status == QUANZE_OK; i++) {
        status = loading->loaders[i].status;
        if (status != QUANZE_OK) *error = loading->loaders[i].error;
    }
    for (size_t i = 0; i < loading->count && status == QUANZE_OK; i++) {
        struct load_file *file = &loading->files[i];
        problems_add_all(problems, &file->problems);
        if (!file->is_right) continue;
        book->rules[book->count] = file->rule;
        book->rules[book->count++].pack = file->folder->pack;
    }
    for (size_t i = 0; i < loader_count; i++) arena_adopt(&book->arena, &loading->loaders[i].arena);
    return status == QUANZE_OK && problems->out_of_memory ? error_memory(error) : status;
}

static quanze_status load_all(struct loading *loading, size_t threads, struct rulebook *book, struct problems *problems,
                              struct quanze_error *error) {
    size_t loaders = loading->count / FILES_A_LOADER;
    if (loaders > threads) loaders = threads;
    if (loaders > PIECES_MAX_THREADS) loaders = PIECES_MAX_THREADS;
    if (loaders == 0) loaders = 1;
    loading->loaders = alloc_new(loaders * sizeof *loading->loaders);
    if (loading->loaders == NULL) return error_memory(error);
    pieces_do(loaders, loaders, load, loading);
    quanze_status status = gather(loading, loaders, book, problems, error);
    alloc_free(loading->loaders);
    return status;
}

/* The files of one folder. */
struct rule_files {
    const char **at;
    size_t count;
};

static quanze_status list_files(struct rulebook *book, const struct rule_folder *folder, struct rule_files *out,
                                struct quanze_error *error) {
    quanze_status status = rulebook_files(folder->path, &book->arena, &out->at, &out->count, error);
    if (status != QUANZE_OK) return status;
    if (out->count == 0 && folder->pack == NULL)
        return error_set(error, QUANZE_NO_INPUT, "“%s”里没有规则（*.lua）", "there are no rules (*.lua) in \"%s\"",
                         folder->path);
    return QUANZE_OK;
}

/* Room for so many files and rules. */
static quanze_status make_room(struct rulebook *book, struct loading *loading, size_t count, struct quanze_error *error) {
    if (count > QUANZE_MAX_RULES)
        return error_set(error, QUANZE_BAD_DATA, "规则超过 %d 条", "there are more than %d rules", QUANZE_MAX_RULES);
    book->rules = arena_take_array(&book->arena, count, sizeof *book->rules);
    loading->files = alloc_new((count + 1) * sizeof *loading->files);
    return book->rules == NULL || loading->files == NULL ? error_memory(error) : QUANZE_OK;
}

quanze_status load_rules(struct rulebook *book, const struct rule_folder *folders, size_t folder_count, size_t threads,
                         struct problems *problems, struct quanze_error *error) {
    struct rule_files *files = arena_take_array(&book->arena, folder_count, sizeof *files);
    if (files == NULL) return error_memory(error);
    quanze_status status = QUANZE_OK;
    struct loading loading = {.count = 0};
    size_t count = 0;
    for (size_t i = 0; i < folder_count && status == QUANZE_OK; i++) {
        status = list_files(book, &folders[i], &files[i], error);
        count += files[i].count;
    }
    if (status == QUANZE_OK) status = make_room(book, &loading, count, error);
    for (size_t i = 0; i < folder_count && status == QUANZE_OK; i++)
        for (size_t j = 0; j < files[i].count; j++)
            loading.files[loading.count++] = (struct load_file){.path = files[i].at[j], .folder = &folders[i]};
    atomic_init(&loading.next, 0);
    if (status == QUANZE_OK) status = load_all(&loading, threads, book, problems, error);
    alloc_free(loading.files);
    return status;
}
