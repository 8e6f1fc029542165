#include <door/bundle/bundle.h>

#include <read/json.h>

/* A comparison under way; `where` is the place that is looked at. */
struct comparison {
    struct arena *arena;
    struct bundle_verified *out;
    struct buf where;
    bool out_of_memory;
};

/* What a difference shows of a value: the text, of an object the word that says most, else only that it is there. */
static struct str shown(const struct node *node) {
    static const char *const TELLING[] = {"status", "open", "to", "score", "gap"};
    if (!node) return (struct str){NULL, 0};
    switch (node->kind) {
    case NODE_NULL: return STR("null");
    case NODE_SCALAR: return node->text;
    case NODE_SEQUENCE: return STR("[…]");
    case NODE_MAPPING: break;
    }
    for (size_t i = 0; i < sizeof TELLING / sizeof *TELLING; i++) {
        const struct node *child = node_child(node, TELLING[i]);
        if (child && child->kind == NODE_SCALAR) return child->text;
    }
    return STR("{…}");
}

static void add(struct comparison *comparison, const struct node *then, const struct node *now) {
    struct bundle_verified *out = comparison->out;
    if (out->difference_count == QUANZE_MAX_PROBLEMS) return;
    const struct str where = arena_copy(comparison->arena, buf_str(&comparison->where));
    comparison->out_of_memory |= !where.at;
    out->differences[out->difference_count++] = (struct bundle_difference){where, shown(then), shown(now)};
}

/* What tells the elements of a list apart: the rule of a finding, the fact of a question, ... or nothing. */
static struct str name_of(const struct node *element) {
    static const char *const NAMES[] = {"rule", "answer", "item", "fact"};
    for (size_t i = 0; element->kind == NODE_MAPPING && i < sizeof NAMES / sizeof *NAMES; i++) {
        const struct node *name = node_child(element, NAMES[i]);
        if (name && name->kind == NODE_SCALAR) return name->text;
    }
    return STR("");
}

static const struct node *element_named(const struct node *list, struct str name) {
    const struct node *element = list->first;
    while (element && !str_equal(name_of(element), name)) element = element->next;
    return element;
}

static const struct node *child_named(const struct node *mapping, struct str name) {
    const struct node *child = mapping->first;
    while (child && !str_equal(child->key, name)) child = child->next;
    return child;
}

static void compare(struct comparison *comparison, const struct node *then, const struct node *now);

static void compare_at(struct comparison *comparison, const char *before, struct str name, const char *behind,
                       const struct node *then, const struct node *now) {
    const size_t length = comparison->where.length;
    buf_put_text(&comparison->where, before);
    buf_put(&comparison->where, name);
    buf_put_text(&comparison->where, behind);
    compare(comparison, then, now);
    comparison->where.length = length;
}

static const char *dot(const struct comparison *comparison) { return comparison->where.length > 0 ? "." : ""; }

static void compare_mappings(struct comparison *comparison, const struct node *then, const struct node *now) {
    const bool is_versions = str_equal(buf_str(&comparison->where), STR("versions"));
    for (const struct node *child = then->first; child; child = child->next) {
        if (is_versions && str_equal(child->key, STR("engine"))) continue; /* told apart from the decision */
        compare_at(comparison, dot(comparison), child->key, "", child, child_named(now, child->key));
    }
    for (const struct node *child = now->first; child; child = child->next)
        if (!child_named(then, child->key)) compare_at(comparison, dot(comparison), child->key, "", NULL, child);
}

/* Elements without a name are told apart by their place. */
static void compare_by_place(struct comparison *comparison, const struct node *then, const struct node *now) {
    struct buf number = {0};
    const struct node *a = then->first, *b = now->first;
    for (int64_t i = 1; a || b; i++) {
        comparison->out_of_memory |= number.failed;
        buf_clear(&number);
        buf_put_int(&number, i);
        compare_at(comparison, "[", buf_str(&number), "]", a, b);
        a = a ? a->next : NULL;
        b = b ? b->next : NULL;
    }
    comparison->out_of_memory |= number.failed;
    buf_free(&number);
}

static void compare_sequences(struct comparison *comparison, const struct node *then, const struct node *now) {
    const struct node *first = then->first ? then->first : now->first;
    if (!first || name_of(first).length == 0) {
        compare_by_place(comparison, then, now);
        return;
    }
    for (const struct node *element = then->first; element; element = element->next)
        compare_at(comparison, "[", name_of(element), "]", element, element_named(now, name_of(element)));
    for (const struct node *element = now->first; element; element = element->next)
        if (!element_named(then, name_of(element))) compare_at(comparison, "[", name_of(element), "]", NULL, element);
}

static void compare(struct comparison *comparison, const struct node *then, const struct node *now) {
    if (!then || !now || then->kind != now->kind) {
        add(comparison, then, now);
        return;
    }
    switch (then->kind) {
    case NODE_NULL: break;
    case NODE_SCALAR:
        if (then->quoted != now->quoted || !str_equal(then->text, now->text)) add(comparison, then, now);
        break;
    case NODE_SEQUENCE: compare_sequences(comparison, then, now); break;
    case NODE_MAPPING: compare_mappings(comparison, then, now); break;
    }
}

static quanze_status parse(struct str text, struct arena *arena, struct node **out, struct quanze_error *error) {
    struct problems problems = {.arena = arena};
    const struct json_origin origin = {BUNDLE_VERDICT, 1, 1, false};
    if (json_parse(text, &origin, arena, out, &problems) && *out) return QUANZE_OK;
    quanze_status status = problems_status(&problems, error);
    return status == QUANZE_OK ? error_memory(error) : status;
}

quanze_status bundle_compare(struct str then, struct str now, struct arena *arena, struct bundle_verified *out,
                             struct quanze_error *error) {
    struct node *before = NULL, *after = NULL;
    quanze_status status = parse(then, arena, &before, error);
    if (status == QUANZE_OK) status = parse(now, arena, &after, error);
    if (status != QUANZE_OK) return status;
    out->differences = arena_take_array(arena, QUANZE_MAX_PROBLEMS, sizeof *out->differences);
    if (!out->differences) return error_memory(error);
    struct comparison comparison = {.arena = arena, .out = out};
    compare(&comparison, before, after);
    const bool failed = comparison.out_of_memory || comparison.where.failed;
    buf_free(&comparison.where);
    if (failed) return error_memory(error);
    const struct node *verdict = node_child(before, "verdict"), *again = node_child(after, "verdict");
    out->then = verdict ? verdict->text : STR("");
    out->now = again ? again->text : STR("");
    return QUANZE_OK;
}
