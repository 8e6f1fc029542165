#include <base/alloc.h>
#include <say/decision/constants.h>
#include <say/say_inside.h>

static void add_part(struct say_constants *constants) { constants->ends[constants->count++] = constants->bytes.length; }

static void write_all(struct say_constants *constants, const struct say_world *world) {
    for (size_t i = 0; i < world->book->count; i++)
        for (int part = 0; part < FINDING_PARTS; part++) {
            struct writer writer = writer_start(&constants->bytes, WRITER_COMPACT);
            say_write_finding_part(&writer, (enum finding_part)part, &world->book->rules[i]);
            add_part(constants);
        }
    struct writer writer = writer_start(&constants->bytes, WRITER_COMPACT);
    say_write_digests(&writer, world, DAY_NONE); /* with packs they differ from day to day: then it is not used */
    add_part(constants);
}

quanze_status say_constants_open(const struct say_world *world, struct say_constants **out, struct quanze_error *error) {
    struct say_constants *constants = alloc_new(sizeof *constants);
    if (!constants) return error_memory(error);
    constants->ends = alloc_new((world->book->count * FINDING_PARTS + 1) * sizeof *constants->ends);
    if (constants->ends) write_all(constants, world);
    if (!constants->ends || constants->bytes.failed) {
        say_constants_close(constants);
        return error_memory(error);
    }
    *out = constants;
    return QUANZE_OK;
}

void say_constants_close(struct say_constants *constants) {
    if (!constants) return;
    buf_free(&constants->bytes);
    alloc_free(constants->ends);
    alloc_free(constants);
}
