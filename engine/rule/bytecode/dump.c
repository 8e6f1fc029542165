#include <rule/bytecode/dump.h>

#define LINE_IS_ABSOLUTE (-0x80)
#define MAX_NESTING 200 /* Lua's own limit of syntax levels */

struct reading {
    const unsigned char *at, *end;
    struct arena *arena;
    bool broken; /* ends too early, or memory ran out */
};

static const unsigned char *take_bytes(struct reading *reading, size_t count) {
    if (reading->broken || count > (size_t)(reading->end - reading->at)) {
        reading->broken = true;
        return NULL;
    }
    const unsigned char *bytes = reading->at;
    reading->at += count;
    return bytes;
}

static unsigned take_byte(struct reading *reading) {
    const unsigned char *byte = take_bytes(reading, 1);
    return byte == NULL ? 0 : *byte;
}

static size_t take_size(struct reading *reading) {
    size_t size = 0;
    unsigned byte = 0;
    do {
        byte = take_byte(reading);
        size = size << 7 | (byte & 0x7f);
    } while ((byte & 0x80) == 0 && !reading->broken);
    return size;
}

static struct str take_text(struct reading *reading) {
    size_t size = take_size(reading);
    if (size == 0) return (struct str){NULL, 0};
    return (struct str){(const char *)take_bytes(reading, size - 1), size - 1};
}

/* Room for as many elements as the next size says; each takes at least one byte in the dump. */
static void *take_array(struct reading *reading, size_t *count, size_t element_size) {
    *count = take_size(reading);
    if (*count > (size_t)(reading->end - reading->at)) reading->broken = true;
    void *array = reading->broken ? NULL : arena_take_array(reading->arena, *count, element_size);
    if (array == NULL) {
        reading->broken = true;
        *count = 0;
    }
    return array;
}

static void take_code(struct reading *reading, struct dump_function *function) {
    function->code = take_array(reading, &function->code_count, sizeof *function->code);
    const unsigned char *bytes = take_bytes(reading, function->code_count * sizeof *function->code);
    if (bytes != NULL) memcpy(function->code, bytes, function->code_count * sizeof *function->code);
}

static void take_number(struct reading *reading, void *out) {
    const unsigned char *bytes = take_bytes(reading, 8);
    if (bytes != NULL) memcpy(out, bytes, 8);
}

static void take_constant(struct reading *reading, struct dump_constant *out) {
    enum {
        IS_NIL = 0x00,
        IS_FALSE = 0x01,
        IS_TRUE = 0x11,
        IS_INTEGER = 0x03,
        IS_FLOAT = 0x13,
        IS_SHORT = 0x04,
        IS_LONG = 0x14
    };
    switch (take_byte(reading)) {
    case IS_NIL: out->kind = DUMP_NIL; return;
    case IS_FALSE: out->kind = DUMP_FALSE; return;
    case IS_TRUE: out->kind = DUMP_TRUE; return;
    case IS_INTEGER:
        out->kind = DUMP_INTEGER;
        take_number(reading, &out->integer);
        return;
    case IS_FLOAT:
        out->kind = DUMP_NUMBER;
        take_number(reading, &out->number);
        return;
    case IS_SHORT:
    case IS_LONG:
        out->kind = DUMP_TEXT;
        out->text = take_text(reading);
        return;
    default: reading->broken = true; return;
    }
}

static void take_constants(struct reading *reading, struct dump_function *function) {
    function->constants = take_array(reading, &function->constant_count, sizeof *function->constants);
    for (size_t i = 0; i < function->constant_count; i++) take_constant(reading, &function->constants[i]);
}

static void take_upvalues(struct reading *reading, struct dump_function *function) {
    function->upvalues = take_array(reading, &function->upvalue_count, sizeof *function->upvalues);
    for (size_t i = 0; i < function->upvalue_count; i++) {
        function->upvalues[i].in_stack = (unsigned char)take_byte(reading);
        function->upvalues[i].index = (unsigned char)take_byte(reading);
        take_byte(reading);
    }
}

static void take_lines(struct reading *reading, struct dump_function *function) {
    function->line_count = take_size(reading);
    function->line_steps = (const signed char *)take_bytes(reading, function->line_count);
    function->absolute_count = take_size(reading);
    if (function->absolute_count > (size_t)(reading->end - reading->at)) reading->broken = true;
    if (reading->broken) return;
    function->absolute_lines = arena_take_array(reading->arena, function->absolute_count, 2 * sizeof(uint32_t));
    reading->broken = function->absolute_lines == NULL;
    for (size_t i = 0; i < 2 * function->absolute_count && !reading->broken; i++)
        function->absolute_lines[i] = (uint32_t)take_size(reading);
}

static void skip_names(struct reading *reading) {
    for (size_t count = take_size(reading); count > 0 && !reading->broken; count--) {
        take_text(reading);
        take_size(reading);
        take_size(reading);
    }
    for (size_t count = take_size(reading); count > 0 && !reading->broken; count--) take_text(reading);
}

static void take_function(struct reading *reading, struct dump_function *function, int depth) {
    take_text(reading);
    function->line = (unsigned)take_size(reading);
    take_size(reading);
    function->parameter_count = take_byte(reading);
    take_byte(reading);
    function->register_count = take_byte(reading);
    take_code(reading, function);
    take_constants(reading, function);
    take_upvalues(reading, function);
    function->inner = take_array(reading, &function->inner_count, sizeof *function->inner);
    if (depth > MAX_NESTING) reading->broken = true;
    for (size_t i = 0; i < function->inner_count && !reading->broken; i++) {
        function->inner[i].parent = function;
        take_function(reading, &function->inner[i], depth + 1);
    }
    take_lines(reading, function);
    skip_names(reading);
}

static void take_header(struct reading *reading) {
    static const unsigned char start[] = "\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08";
    const unsigned char *bytes = take_bytes(reading, sizeof start - 1);
    if (bytes != NULL && memcmp(bytes, start, sizeof start - 1) != 0) reading->broken = true;
    take_bytes(reading, 8 + 8 + 1);
}

const struct dump_function *dump_read(struct str bytes, struct arena *arena) {
    const unsigned char *at = (const unsigned char *)bytes.at;
    struct reading reading = {.at = at, .end = at + bytes.length, .arena = arena};
    struct dump_function *chunk = arena_take_array(arena, 1, sizeof *chunk);
    if (chunk == NULL) return NULL;
    take_header(&reading);
    take_function(&reading, chunk, 0);
    return reading.broken || reading.at != reading.end ? NULL : chunk;
}

unsigned dump_line(const struct dump_function *function, size_t instruction) {
    unsigned line = function->line;
    for (size_t i = 0; i <= instruction && i < function->line_count; i++) {
        if (function->line_steps[i] != LINE_IS_ABSOLUTE) {
            line += (unsigned)function->line_steps[i];
            continue;
        }
        for (size_t j = 0; j < function->absolute_count; j++) {
            if (function->absolute_lines[2 * j] == i) line = function->absolute_lines[2 * j + 1];
        }
    }
    return line;
}
