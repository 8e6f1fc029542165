#include <door/screen/together.h>

#include <base/pieces.h>
#include <quanze.h>

/* One part and what it came to. */
struct hand {
    together_part *part;
    void *payload;
    quanze_status status;
    struct quanze_error error;
};

static void work(void *payload, size_t number) {
    struct hand *hand = &((struct hand *)payload)[number];
    hand->status = hand->part(hand->payload, number, &hand->error);
}

quanze_status together_do(together_part *part, void *payload, size_t count, struct quanze_error *error) {
    struct hand hands[QUANZE_MAX_JOBS];
    for (size_t i = 0; i < count; i++) hands[i] = (struct hand){.part = part, .payload = payload};
    pieces_do(count, count, work, hands);
    for (size_t i = 0; i < count; i++) {
        if (hands[i].status == QUANZE_OK) continue;
        *error = hands[i].error;
        return hands[i].status;
    }
    return QUANZE_OK;
}
