#include <base/alloc.h>
#include <base/file.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK_BYTES = 256 * 1024, MAX_FOLDER_DEPTH = 32 };

static quanze_status cannot_read(const char *path, struct quanze_error *error) {
    switch (errno) {
    case ENOENT:
    case ENOTDIR:
        return error_set(error, QUANZE_NO_INPUT, "没有“%s”这个文件或文件夹", "there is no file or folder \"%s\"", path);
    case EACCES:
    case EPERM: return error_set(error, QUANZE_NO_INPUT, "没有权限读取“%s”", "no permission to read \"%s\"", path);
    case EISDIR:
        return error_set(error, QUANZE_NO_INPUT, "“%s”是文件夹，这里应当是文件", "\"%s\" is a folder; expected a file", path);
    case ELOOP: return error_set(error, QUANZE_NO_INPUT, "“%s”是循环的符号链接", "\"%s\" is a symbolic link to itself", path);
    case ENOMEM: return error_memory(error);
    default:
        return error_set(error, QUANZE_IO, "读取“%s”时出错（系统错误 %d）", "reading \"%s\" failed (system error %d)", path,
                         errno);
    }
}

static bool is_standard_input(const char *path) { return strcmp(path, "-") == 0; }

static void close_input(int descriptor) {
    if (descriptor > STDIN_FILENO) close(descriptor);
}

/* Opens what is to be read and tells its size, 0 when it has none (a pipe, a terminal, /proc). Returns -1 with `errno` set. */
static int open_input(const char *path, uint64_t *size) {
    struct stat status;
    const int descriptor = is_standard_input(path) ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) return -1;
    int problem = fstat(descriptor, &status) != 0 ? errno : S_ISDIR(status.st_mode) ? EISDIR : 0;
    if (problem) {
        close_input(descriptor);
        errno = problem;
        return -1;
    }
    *size = S_ISREG(status.st_mode) && status.st_size > 0 ? (uint64_t)status.st_size : 0;
    return descriptor;
}

/* read(2) that a signal does not end. */
static ssize_t read_some(int descriptor, char *at, size_t size) {
    ssize_t got;
    do got = read(descriptor, at, size);
    while (got < 0 && errno == EINTR);
    return got;
}

static quanze_status too_large(const char *path, size_t max_bytes, struct quanze_error *error) {
    return error_set(error, QUANZE_BAD_DATA, "“%s”太大：最多 %zu 字节", "\"%s\" is too large: at most %zu bytes are read", path,
                     max_bytes);
}

/* Reads to the end into memory that grows up to one byte over `max_bytes`. `errno` is 0 when it was memory that failed. */
static bool read_all(int descriptor, size_t first_bytes, size_t max_bytes, char **bytes, size_t *length) {
    size_t capacity = 0;
    for (size_t wanted = first_bytes + 1;; wanted = *length + CHUNK_BYTES) {
        if (wanted > max_bytes + 1) wanted = max_bytes + 1;
        errno = 0;
        char *grown = alloc_grow(*bytes, &capacity, wanted, 1);
        if (!grown) return errno = ENOMEM, false;
        *bytes = grown;
        while (*length < wanted) {
            const ssize_t got = read_some(descriptor, *bytes + *length, wanted - *length);
            if (got < 0) return false;
            if (got == 0) return true;
            *length += (size_t)got;
        }
        if (*length > max_bytes) return true;
    }
}

quanze_status file_read(const char *path, size_t max_bytes, struct arena *arena, struct str *out, struct quanze_error *error) {
    uint64_t size = 0;
    char *bytes = NULL;
    size_t length = 0;
    const int descriptor = open_input(path, &size);
    if (descriptor < 0) return cannot_read(path, error);
    if (size > max_bytes) {
        close_input(descriptor);
        return too_large(path, max_bytes, error);
    }
    quanze_status status = QUANZE_OK;
    if (!read_all(descriptor, (size_t)size, max_bytes, &bytes, &length)) status = cannot_read(path, error);
    if (status == QUANZE_OK && length > max_bytes) status = too_large(path, max_bytes, error);
    if (status == QUANZE_OK) {
        const struct str copy = arena_copy(arena, (struct str){bytes, length});
        if (copy.at)
            *out = copy;
        else
            status = error_memory(error);
    }
    alloc_free(bytes);
    close_input(descriptor);
    return status;
}

quanze_status file_read_source(const struct file_source *source, size_t max_bytes, struct arena *arena, struct str *out,
                               struct quanze_error *error) {
    if (!source->bytes.at) return file_read(source->path, max_bytes, arena, out, error);
    if (source->bytes.length > max_bytes) return too_large(source->path, max_bytes, error);
    *out = source->bytes;
    return QUANZE_OK;
}

enum file_kind file_kind_of(const char *path) {
    struct stat status;
    if (is_standard_input(path)) return FILE_REGULAR;
    if (stat(path, &status) != 0) return FILE_MISSING;
    return S_ISDIR(status.st_mode) ? FILE_FOLDER : FILE_REGULAR;
}

/* A listing under way. */
struct listing {
    struct arena *arena;
    const char *const *endings;
    const char **paths;
    size_t count, capacity;
    struct quanze_error *error;
    bool deep;
};

static bool has_ending(const char *name, const char *const *endings) {
    const size_t length = strlen(name);
    for (; *endings; endings++) {
        const size_t ending = strlen(*endings);
        if (length > ending && strcmp(name + length - ending, *endings) == 0) return true;
    }
    return false;
}

static const char *join(struct arena *arena, const char *folder, const char *name) {
    const size_t before = strlen(folder), after = strlen(name);
    const bool slash = before > 0 && folder[before - 1] != '/';
    char *path = arena_take(arena, before + slash + after + 1);
    if (!path) return NULL;
    memcpy(path, folder, before);
    if (slash) path[before] = '/';
    memcpy(path + before + slash, name, after + 1);
    return path;
}

static quanze_status add_path(struct listing *listing, const char *path) {
    const char **grown = alloc_grow(listing->paths, &listing->capacity, listing->count + 1, sizeof *grown);
    if (!grown) return error_memory(listing->error);
    listing->paths = grown;
    grown[listing->count++] = path;
    return QUANZE_OK;
}

static quanze_status list_folder(struct listing *listing, const char *folder, int depth);

/* A linked folder is not entered, so that a link to a folder above cannot make the walk endless.
 * A dangling link counts as a file: reading it then says what is wrong, which leaving it out would hide. */
static quanze_status list_entry(struct listing *listing, const char *folder, const char *name, int depth) {
    struct stat status;
    const char *path = join(listing->arena, folder, name);
    if (!path) return error_memory(listing->error);
    if (lstat(path, &status) != 0) return errno == ENOENT ? QUANZE_OK : cannot_read(path, listing->error);
    if (S_ISDIR(status.st_mode)) return listing->deep ? list_folder(listing, path, depth + 1) : QUANZE_OK;
    if (!has_ending(name, listing->endings) || file_kind_of(path) == FILE_FOLDER) return QUANZE_OK;
    return add_path(listing, path);
}

static quanze_status list_folder(struct listing *listing, const char *folder, int depth) {
    if (depth > MAX_FOLDER_DEPTH)
        return error_set(listing->error, QUANZE_BAD_DATA, "文件夹“%s”套得太深：最多 %d 层",
                         "folder \"%s\" lies too deep: at most %d levels", folder, MAX_FOLDER_DEPTH);
    DIR *stream = opendir(folder);
    if (!stream) return cannot_read(folder, listing->error);
    quanze_status status = QUANZE_OK;
    for (const struct dirent *entry; status == QUANZE_OK && (errno = 0, entry = readdir(stream)) != NULL;)
        if (entry->d_name[0] != '.') status = list_entry(listing, folder, entry->d_name, depth);
    if (status == QUANZE_OK && errno) status = cannot_read(folder, listing->error);
    closedir(stream);
    return status;
}

static int path_compare(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

quanze_status file_list(const char *folder, const char *const *endings, bool deep, struct arena *arena, const char ***out,
                        size_t *count, struct quanze_error *error) {
    struct listing listing = {.arena = arena, .endings = endings, .error = error, .deep = deep};
    quanze_status status = list_folder(&listing, folder, 1);
    const char **paths = status == QUANZE_OK ? arena_take_array(arena, listing.count, sizeof *paths) : NULL;
    if (status == QUANZE_OK && !paths) status = error_memory(error);
    if (status == QUANZE_OK) {
        if (listing.count) {
            memcpy(paths, listing.paths, listing.count * sizeof *paths);
            qsort(paths, listing.count, sizeof *paths, path_compare);
        }
        *out = paths;
        *count = listing.count;
    }
    alloc_free(listing.paths);
    return status;
}

struct line_reader {
    int descriptor;
    char *buffer;
    size_t capacity, start, scanned, end; /* unread bytes are start..end; up to `scanned` there is no line end */
    uint64_t bytes, total;
    bool at_end;
    char path[]; /* for messages */
};

/* A reader with an empty buffer; NULL when memory ran out. */
static struct line_reader *make_reader(const char *path, size_t capacity) {
    struct line_reader *reader = alloc_new(sizeof *reader + strlen(path) + 1);
    char *buffer = reader ? alloc_new(capacity) : NULL;
    if (!buffer) {
        alloc_free(reader);
        return NULL;
    }
    reader->buffer = buffer;
    reader->capacity = capacity;
    memcpy(reader->path, path, strlen(path) + 1);
    return reader;
}

quanze_status line_reader_open(const char *path, struct line_reader **out, struct quanze_error *error) {
    uint64_t size = 0;
    const int descriptor = open_input(path, &size);
    if (descriptor < 0) return cannot_read(path, error);
    struct line_reader *reader = make_reader(path, CHUNK_BYTES);
    if (!reader) {
        close_input(descriptor);
        return error_memory(error);
    }
    reader->descriptor = descriptor;
    reader->total = size;
    *out = reader;
    return QUANZE_OK;
}

quanze_status line_reader_open_source(const struct file_source *source, struct line_reader **out, struct quanze_error *error) {
    const struct str bytes = source->bytes;
    if (!bytes.at) return line_reader_open(source->path, out, error);
    struct line_reader *reader = make_reader(source->path, bytes.length + 1);
    if (!reader) return error_memory(error);
    memcpy(reader->buffer, bytes.at, bytes.length);
    reader->descriptor = -1;
    reader->end = bytes.length;
    reader->total = bytes.length;
    reader->at_end = true;
    *out = reader;
    return QUANZE_OK;
}

/* Makes room behind `end` and reads once. The line under way moves to the front first, so that memory stays one line. */
static quanze_status fill(struct line_reader *reader, struct quanze_error *error) {
    if (reader->start) {
        memmove(reader->buffer, reader->buffer + reader->start, reader->end - reader->start);
        reader->scanned -= reader->start;
        reader->end -= reader->start;
        reader->start = 0;
    }
    if (reader->end == reader->capacity) {
        char *grown = alloc_grow(reader->buffer, &reader->capacity, reader->end + CHUNK_BYTES, 1);
        if (!grown) return error_memory(error);
        reader->buffer = grown;
    }
    const ssize_t got = read_some(reader->descriptor, reader->buffer + reader->end, reader->capacity - reader->end);
    if (got < 0) return cannot_read(reader->path, error);
    if (got == 0) reader->at_end = true;
    reader->end += (size_t)got;
    return QUANZE_OK;
}

/* Where the next line end stands, or NULL when it is not in the buffer yet. */
static const char *line_end(struct line_reader *reader) {
    if (reader->scanned == reader->end) return NULL;
    const char *found = memchr(reader->buffer + reader->scanned, '\n', reader->end - reader->scanned);
    reader->scanned = found ? (size_t)(found - reader->buffer) : reader->end;
    return found;
}

/* Moves behind `length` bytes, and one more for the line end when there is one. */
static void consume(struct line_reader *reader, size_t length, bool ended) {
    reader->bytes += length + ended;
    reader->start += length + ended;
    reader->scanned = reader->start;
}

/* Takes the line that ends at `scanned`, and its end when there is one. */
static struct str take_line(struct line_reader *reader, bool ended) {
    struct str line = {reader->buffer + reader->start, reader->scanned - reader->start};
    consume(reader, line.length, ended);
    if (ended && line.length && line.at[line.length - 1] == '\r') line.length--;
    return line;
}

quanze_status line_reader_next(struct line_reader *reader, size_t max_bytes, struct str *out, bool *done,
                               struct quanze_error *error) {
    bool too_long = false;
    bool ended = line_end(reader) != NULL;
    while (!ended && !reader->at_end) {
        if (reader->end - reader->start > max_bytes + 1) { /* + 1: a carriage return may end it */
            too_long = true;
            consume(reader, reader->end - reader->start, false);
        }
        const quanze_status status = fill(reader, error);
        if (status != QUANZE_OK) return status;
        ended = line_end(reader) != NULL;
    }
    *done = !ended && !too_long && reader->start == reader->end;
    const struct str line = take_line(reader, ended);
    if (too_long || line.length > max_bytes)
        return error_set(error, QUANZE_BAD_DATA, "这一行太长：最多 %zu 字节", "this line is too long: at most %zu bytes",
                         max_bytes);
    *out = line;
    return QUANZE_OK;
}

uint64_t line_reader_bytes(const struct line_reader *reader) { return reader->bytes; }

uint64_t line_reader_total(const struct line_reader *reader) { return reader->total; }

void line_reader_close(struct line_reader *reader) {
    if (!reader) return;
    close_input(reader->descriptor);
    alloc_free(reader->buffer);
    alloc_free(reader);
}
