/* compare_many.c COUNT [FIRST] - judges COUNT random tasks twice, by the engine and by the oracle; 1 when they disagree. */
#include "oracle/compare.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    enum { TELL_AT_MOST = 20 };
    const uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 1000000, first = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    struct compare compare;
    uint64_t wrong = 0;
    if (!compare_open(&compare, "rules", NULL)) return 65;
    for (uint64_t seed = first; seed < first + count && wrong < TELL_AT_MOST; seed++) wrong += !compare_seed(&compare, seed);
    printf("%llu tasks: %llu admitted, %llu conditional, %llu held, %llu rejected; %llu judged differently\n",
           (unsigned long long)count, (unsigned long long)compare.verdicts[0], (unsigned long long)compare.verdicts[1],
           (unsigned long long)compare.verdicts[2], (unsigned long long)compare.verdicts[3], (unsigned long long)wrong);
    compare_close(&compare);
    return wrong > 0;
}
