/* json_file.c - see json_file.h. */
#include "json_file.h"

#include <base/file.h>
#include <read/json.h>
#include <stdio.h>

const struct node *json_file_read(const char *path, struct arena *arena, struct problems *problems) {
    struct quanze_error error;
    struct str text;
    struct node *root = NULL;
    if (file_read(path, 1 << 26, arena, &text, &error) == QUANZE_OK &&
        json_parse(text, &(struct json_origin){path, 1, 1, false}, arena, &root, problems))
        return root;
    printf("%s cannot be read\n", path);
    return NULL;
}
