/* node.h - YAML and JSON as one tree, each node with its place.
 *
 * A reader must believe: scalars stay text; whether "0" is a number is for the fact table to say, not for the parser.
 * The tree lives in the arena it was parsed into.
 */
#ifndef READ_NODE_H
#define READ_NODE_H

#include <base/problem.h>

enum node_kind {
    NODE_NULL, /* YAML: nothing after the colon, or ~ or null unquoted; JSON: null. An absent value. */
    NODE_SCALAR,
    NODE_SEQUENCE,
    NODE_MAPPING
};

/* What the writing itself says of a scalar. JSON numbers and literals and unquoted YAML are plain. */
struct node {
    enum node_kind kind;
    bool quoted;
    struct str text;       /* of a scalar */
    struct str key;        /* of a mapping's child */
    unsigned line, column; /* of the value */
    unsigned key_line, key_column;
    size_t count; /* children */
    struct node *first, *next;
};

/* The child of a mapping, or NULL. Of a key written twice, which is a problem already told, the last: the one whose value
 * fields.h keeps, so that a value and its node are always of one piece. */
const struct node *node_child(const struct node *mapping, const char *key);

static inline struct place node_place(const struct node *node, const char *file) {
    return (struct place){file, node->line, node->column};
}
static inline struct place node_key_place(const struct node *node, const char *file) {
    return (struct place){file, node->key_line, node->key_column};
}

/* Parses all documents of a YAML stream; anchors, aliases, tags, double keys, non-scalar keys, depth over QUANZE_MAX_DEPTH,
 * scalars over QUANZE_MAX_SCALAR_BYTES, invalid UTF-8 and NUL are problems. False when anything was wrong; `documents` then
 * are those that could be read to their end, so that what else is wrong with them can be said in the same run.
 * `line` is the number of the first line of `bytes` in its file. */
bool yaml_parse(struct str bytes, const char *file, unsigned line, struct arena *arena, struct node ***documents, size_t *count,
                struct problems *problems);

/* Reports every key of a mapping that stands there twice ("double-key"). False only when memory ran out. */
bool node_check_keys(const struct node *mapping, const char *file, struct problems *problems);

#endif
