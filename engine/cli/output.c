#include <cli/output.h>

#include <cli/complain.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool cannot_create(struct output *output, int problem) {
    complain(output->language, WORD_CANNOT_CREATE, output->path, strerror(problem));
    return false;
}

/* The file that a path leads to, through links; a file not yet there is itself. `out` holds PATH_MAX bytes. */
static bool resolve(const char *path, char *out) {
    if (realpath(path, out)) return true;
    if (errno != ENOENT) return false;
    size_t length = strlen(path);
    if (length < PATH_MAX) {
        memcpy(out, path, length + 1);
        return true;
    }
    errno = ENAMETOOLONG;
    return false;
}

static bool open_temporary(struct output *output) {
    int length = snprintf(output->temporary, sizeof output->temporary, "%s.XXXXXX", output->target);
    if (length < 0 || (size_t)length >= sizeof output->temporary) {
        errno = ENAMETOOLONG;
        return false;
    }
    int descriptor = mkstemp(output->temporary);
    if (descriptor < 0) return false;
    mode_t mask = umask(0);
    umask(mask);
    struct stat old;
    mode_t mode = stat(output->target, &old) == 0 ? old.st_mode & 07777 : 0666 & ~mask;
    output->stream = fchmod(descriptor, mode) == 0 ? fdopen(descriptor, "wb") : NULL;
    if (output->stream) return true;
    int problem = errno;
    close(descriptor);
    unlink(output->temporary);
    errno = problem;
    return false;
}

bool output_open(struct output *output, const char *path, quanze_language language) {
    *output = (struct output){.language = language, .stream = stdout};
    if (!path || strcmp(path, "-") == 0) return true;
    output->path = path;
    struct stat info;
    bool exists = stat(path, &info) == 0;
    if (exists && S_ISDIR(info.st_mode)) return cannot_create(output, EISDIR);
    if (exists && !S_ISREG(info.st_mode)) {
        output->stream = fopen(path, "wb");
        return output->stream ? true : cannot_create(output, errno);
    }
    if (!resolve(path, output->target) || !open_temporary(output)) return cannot_create(output, errno);
    return true;
}

static bool write_bytes(void *payload, const void *bytes, size_t length) {
    struct output *output = payload;
    if (output->stream == stdout) progress_hide(output->bar);
    if (fwrite(bytes, 1, length, output->stream) == length) return true;
    output->failure = errno ? errno : EIO;
    return false;
}

struct quanze_sink output_sink(struct output *output) {
    return (struct quanze_sink){write_bytes, output};
}

static int tell_failure(const struct output *output) {
    if (output->path)
        complain(output->language, WORD_WRITE_BROKE, output->path, strerror(output->failure));
    else if (output->failure != EPIPE)
        complain(output->language, WORD_WRITE_BROKE_STREAM, strerror(output->failure), NULL);
    return QUANZE_IO;
}

static void note_failure(struct output *output) {
    if (!output->failure) output->failure = errno ? errno : EIO;
}

static void finish_stream(struct output *output) {
    errno = 0;
    if (fflush(output->stream) != 0) note_failure(output);
    if (output->stream != stdout && fclose(output->stream) != 0) note_failure(output);
}

int output_close(struct output *output, bool keep, int code) {
    finish_stream(output);
    if (*output->target) {
        if (keep && !output->failure && rename(output->temporary, output->target) != 0) note_failure(output);
        if (!keep || output->failure) unlink(output->temporary);
    }
    return output->failure ? tell_failure(output) : code;
}

bool output_is_colourful(const struct output *output) {
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    if (output->path || (no_colour && *no_colour)) return false;
    return isatty(STDOUT_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
}
