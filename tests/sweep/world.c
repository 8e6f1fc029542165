/* world.c - see world.h. */
#include "world.h"

int world_open(struct quanze **engine) {
    struct quanze_error error;
    const struct quanze_options options = {
        .lists = WORLD "/list.yaml", .rules = WORLD "/rules", .calendar = SOURCE_DIR "/lists/calendar"};
    return (int)quanze_open(&options, engine, &error);
}
