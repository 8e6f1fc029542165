/* node.c - what holds for every mapping, whoever parsed it. */
#include <read/node.h>

#include <base/alloc.h>
#include <stdlib.h>

static int compare_keys(const void *left, const void *right) {
    const struct node *a = *(const struct node *const *)left, *b = *(const struct node *const *)right;
    int order = str_compare(a->key, b->key);
    if (order != 0) return order;
    if (a->key_line != b->key_line) return a->key_line < b->key_line ? -1 : 1;
    return a->key_column < b->key_column ? -1 : a->key_column > b->key_column;
}

static void report_double(const struct node *first, const struct node *second, const char *file, struct problems *problems) {
    problem_error(problems, "double-key", node_key_place(second, file), "键“%.*s”写了两次，第一次在第 %u 行",
                  "the key \"%.*s\" is written twice; the first is in line %u", (int)second->key.length, second->key.at,
                  first->key_line);
}

/* Sorted, because a stranger may send a mapping with a million keys. */
static bool check_many_keys(const struct node *mapping, const char *file, struct problems *problems) {
    const struct node **sorted = alloc_new(mapping->count * sizeof(const struct node *));
    if (!sorted) {
        problems->out_of_memory = true;
        return false;
    }
    size_t count = 0;
    for (const struct node *child = mapping->first; child; child = child->next) sorted[count++] = child;
    qsort(sorted, count, sizeof(const struct node *), compare_keys);
    for (size_t i = 1; i < count; i++)
        if (str_equal(sorted[i - 1]->key, sorted[i]->key)) report_double(sorted[i - 1], sorted[i], file, problems);
    alloc_free(sorted);
    return true;
}

bool node_check_keys(const struct node *mapping, const char *file, struct problems *problems) {
    enum { FEW = 24 }; /* comparing each with each is faster than sorting up to about here */
    if (mapping->count > FEW) return check_many_keys(mapping, file, problems);
    for (const struct node *second = mapping->first; second; second = second->next)
        for (const struct node *first = mapping->first; first != second; first = first->next)
            if (str_equal(first->key, second->key)) {
                report_double(first, second, file, problems);
                break;
            }
    return true;
}
