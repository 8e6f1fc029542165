#include <base/pieces.h>
#include <check.h>
#include <stdatomic.h>

enum { PIECES = 1000 };

struct tally {
    atomic_int done[PIECES];
};

static void do_piece(void *payload, size_t index) { atomic_fetch_add(&((struct tally *)payload)->done[index], 1); }

static void each_piece_is_done_once(void **state) {
    (void)state;
    static const size_t THREADS[] = {0, 1, 2, PIECES_MAX_THREADS, 100};
    for (size_t i = 0; i < COUNT(THREADS); i++)
        for (size_t count = 0; count <= PIECES; count = count * 3 + 1) {
            static struct tally tally;
            for (size_t k = 0; k < PIECES; k++) atomic_init(&tally.done[k], 0);
            pieces_do(count, THREADS[i], do_piece, &tally);
            for (size_t k = 0; k < PIECES; k++) assert_int_equal(atomic_load(&tally.done[k]), k < count);
        }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_piece_is_done_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
