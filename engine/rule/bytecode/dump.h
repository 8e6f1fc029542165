/* dump.h - the form in which lua_dump of Lua 5.4 writes a function, as data.
 *
 * A reader must believe: it is not in Lua's public headers; a dump that is not exactly of this form is not read.
 * Source: Lua 5.4 ldump.c.
 */
#ifndef RULE_DUMP_H
#define RULE_DUMP_H

#include <base/arena.h>

struct dump_upvalue {
    unsigned char in_stack, index;
};

enum dump_kind { DUMP_NIL, DUMP_FALSE, DUMP_TRUE, DUMP_INTEGER, DUMP_NUMBER, DUMP_TEXT };

struct dump_constant {
    enum dump_kind kind;
    struct str text; /* borrowed from the dump; `at` NULL for other constants */
    int64_t integer;
    double number;
};

struct dump_function {
    const struct dump_function *parent; /* NULL: the chunk */
    unsigned line;                      /* where it is defined */
    unsigned parameter_count, register_count;
    uint32_t *code;
    size_t code_count;
    struct dump_constant *constants;
    size_t constant_count;
    struct dump_upvalue *upvalues;
    size_t upvalue_count;
    struct dump_function *inner; /* the functions in it */
    size_t inner_count;
    const signed char *line_steps; /* per instruction, against the one before */
    size_t line_count;
    uint32_t *absolute_lines; /* pairs: instruction, line */
    size_t absolute_count;
};

/* The chunk of a dump, in `arena`; NULL when memory ran out or the bytes are not of this form. */
const struct dump_function *dump_read(struct str bytes, struct arena *arena);

/* The line of an instruction. */
unsigned dump_line(const struct dump_function *function, size_t instruction);

#endif
