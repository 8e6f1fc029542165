/* world.h - the small county that the sweeps work on. */
#ifndef SWEEP_WORLD_H
#define SWEEP_WORLD_H

#include <quanze.h>

/* list.yaml, rules, packs, task.yaml, words.yml */
#define WORLD SOURCE_DIR "/tests/sweep/world"

/* Opens an engine on its list and rules, with the calendar that comes along; 0 when it is open. */
int world_open(struct quanze **engine);

#endif
