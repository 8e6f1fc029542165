/* direct_inside.h - a check while it is followed: what the files of direct share. Every function is false where the answer is
 * to be left to Lua. */
#ifndef RULE_DIRECT_INSIDE_H
#define RULE_DIRECT_INSIDE_H

#include <rule/bytecode/plain.h>
#include <rule/run/direct.h>

enum direct_kind {
    DIRECT_NIL,
    DIRECT_BOOLEAN,
    DIRECT_INTEGER,
    DIRECT_NUMBER,
    DIRECT_TEXT,
    DIRECT_LIST,       /* of texts, as a fact gives it */
    DIRECT_PARAMETERS, /* of the rule */
    DIRECT_TABLE,      /* the last that the check made: names with values */
    DIRECT_WORDS,      /* texts of a table that the check made */
    DIRECT_HELPER,
    DIRECT_ANSWER, /* of pass(), fail() or unknown() */
    DIRECT_OTHER   /* what a check may have and pass by: records, a table of numbers */
};

struct direct_value {
    enum direct_kind kind;
    uint32_t count; /* of LIST and WORDS */
    union {
        int64_t integer; /* also 0 and 1 of a boolean, and which table or answer it is */
        double number;
        struct str text;
        const struct str *words;
        lua_CFunction helper;
        struct {
            const struct value *items;
            struct choices choices; /* that they are of; none: they are texts */
        } list;
    };
};

#define DIRECT_REGISTERS 256 /* that an instruction can name */
#define DIRECT_BYTES 4096    /* texts that are longer are left to Lua, */
#define DIRECT_WORDS_MOST 64 /* and lists */

struct direct_field {
    struct str name;
    struct direct_value value;
};

struct direct {
    const struct rule_core *core;
    const struct rule *rule;
    const struct plain_check *check;
    struct arena *arena;
    struct rule_outcome *out;
    size_t next;    /* instruction */
    int64_t tables; /* made so far; the last one has these fields */
    struct direct_field fields[RULE_MAX_VALUES];
    size_t field_count;
    int64_t answers; /* of fail() and unknown() so far; the last one: */
    enum status status;
    bool is_told; /* the check returned: `result` */
    struct direct_value result;
    struct direct_value registers[DIRECT_REGISTERS];
};

/* The facts and the parameters of the rule, as its arguments. */
bool direct_arguments(struct direct *direct, const struct task *facts);

/* A parameter of the rule. */
bool direct_parameter(const struct rule *rule, struct str name, struct direct_value *out);

struct direct_value direct_constant(const struct dump_constant *constant);

static inline bool direct_is_false(const struct direct_value *value) {
    return value->kind == DIRECT_NIL || (value->kind == DIRECT_BOOLEAN && value->integer == 0);
}

/* As Lua compares. */
bool direct_equal(const struct direct_value *a, const struct direct_value *b, bool *out);
bool direct_less(const struct direct_value *a, const struct direct_value *b, bool *out);
bool direct_less_or_equal(const struct direct_value *a, const struct direct_value *b, bool *out);

/* Text `i` of a list or of words. */
struct str direct_text_at(const struct direct_value *list, size_t i);

/* Calls a helper; what it returns is in `out`. */
bool direct_call(struct direct *direct, lua_CFunction helper, const struct direct_value *arguments, size_t count,
                 struct direct_value *out);

#endif
