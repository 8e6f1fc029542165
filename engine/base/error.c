#include <base/error.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Takes away the bytes of a last character that was cut in the middle. */
static void cut_at_character(char *text) {
    size_t end = strlen(text), start = end;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) start--;
    if (start == 0) return;
    const unsigned char lead = (unsigned char)text[start - 1];
    const size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (end - (start - 1) < wanted) text[start - 1] = '\0';
}

__attribute__((format(printf, 2, 0))) static void sentence(char out[QUANZE_ERROR_TEXT], const char *format, va_list arguments) {
    const int length = vsnprintf(out, QUANZE_ERROR_TEXT, format, arguments);
    if (length < 0) out[0] = '\0';
    if (length >= QUANZE_ERROR_TEXT) cut_at_character(out);
}

__attribute__((format(printf, 2, 0))) __attribute__((format(printf, 3, 0))) static void
sentences(struct quanze_error *error, const char *zh, const char *en, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    sentence(error->zh, zh, again);
    va_end(again);
    sentence(error->en, en, arguments);
}

static void set_place(struct quanze_error *error, struct place place) {
    error->file[0] = '\0';
    if (place.file) {
        const size_t length = strnlen(place.file, QUANZE_ERROR_TEXT - 1);
        memcpy(error->file, place.file, length);
        error->file[length] = '\0';
        if (place.file[length]) cut_at_character(error->file);
    }
    error->line = place.line;
    error->column = place.column;
}

quanze_status error_set(struct quanze_error *error, quanze_status status, const char *zh, const char *en, ...) {
    va_list arguments;
    va_start(arguments, en);
    error->status = status;
    sentences(error, zh, en, arguments);
    set_place(error, (struct place){0});
    va_end(arguments);
    return status;
}

quanze_status error_at(struct quanze_error *error, quanze_status status, struct place place, const char *zh, const char *en,
                       ...) {
    va_list arguments;
    va_start(arguments, en);
    error->status = status;
    sentences(error, zh, en, arguments);
    set_place(error, place);
    va_end(arguments);
    return status;
}

quanze_status error_memory(struct quanze_error *error) {
    return error_set(error, QUANZE_INTERNAL, "内存不足", "out of memory");
}
