#include <door/together.h>

#include <pthread.h>
#include <quanze.h>
#include <stdbool.h>

/* One part in its thread. */
struct hand {
    together_part *part;
    void *payload;
    size_t number;
    pthread_t thread;
    bool runs;
    quanze_status status;
    struct quanze_error error;
};

static void *work(void *payload) {
    struct hand *hand = payload;
    hand->status = hand->part(hand->payload, hand->number, &hand->error);
    return NULL;
}

quanze_status together_do(together_part *part, void *payload, size_t count, struct quanze_error *error) {
    struct hand hands[QUANZE_MAX_JOBS];
    for (size_t i = 0; i < count; i++) {
        hands[i] = (struct hand){.part = part, .payload = payload, .number = i};
        hands[i].runs = i > 0 && pthread_create(&hands[i].thread, NULL, work, &hands[i]) == 0;
    }
    for (size_t i = 0; i < count; i++) {
        if (hands[i].runs)
            (void)pthread_join(hands[i].thread, NULL);
        else
            (void)work(&hands[i]);
    }
    for (size_t i = 0; i < count; i++) {
        if (hands[i].status == QUANZE_OK) continue;
        *error = hands[i].error;
        return hands[i].status;
    }
    return QUANZE_OK;
}
