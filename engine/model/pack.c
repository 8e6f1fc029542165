#include <model/list_index.h>
#include <model/pack.h>

bool pack_id_is_good(struct str id) {
    for (size_t i = 0; i < id.length; i++) {
        const char c = id.at[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
    }
    return id.length > 0;
}

int pack_find(const struct pack *packs, size_t count, struct str id) {
    for (size_t i = 0; i < count; i++)
        if (str_equal(packs[i].id, id)) return (int)i;
    return -1;
}

const struct pack_change *pack_change_of(const struct pack *pack, struct str rule) {
    for (size_t i = 0; i < pack->change_count; i++)
        if (str_equal(pack->changes[i].rule, rule)) return &pack->changes[i];
    return NULL;
}

const struct pack_parameter *pack_parameter_of(const struct pack_change *change, struct str name) {
    for (size_t i = 0; i < change->parameter_count; i++)
        if (str_equal(change->parameters[i].name, name)) return &change->parameters[i];
    return NULL;
}

void pack_report_unknown(const struct reference *wrong, const struct pack *packs, size_t count, struct problems *problems) {
    struct str ids[QUANZE_MAX_PACKS];
    for (size_t i = 0; i < count && i < QUANZE_MAX_PACKS; i++) ids[i] = packs[i].id;
    const ptrdiff_t near = str_nearest(wrong->id, ids, count < QUANZE_MAX_PACKS ? count : QUANZE_MAX_PACKS);
    if (near < 0)
        problem_error(problems, "unknown-pack", wrong->place, "没有“%.*s”这个规则包", "there is no pack \"%.*s\"",
                      SHOWN(wrong->id));
    else
        problem_error(problems, "unknown-pack", wrong->place, "没有“%.*s”这个规则包，是不是“%.*s”？",
                      "there is no pack \"%.*s\"; did you mean \"%.*s\"?", SHOWN(wrong->id), SHOWN(ids[near]));
}

static void report_missing(const struct pack *packs, size_t count, struct problems *problems) {
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < packs[i].require_count; j++)
            if (pack_find(packs, count, packs[i].requires[j].id) < 0)
                pack_report_unknown(&packs[i].requires[j], packs, count, problems);
}

/* The pack to stand at `done`: the one that does, or what it waits for. `count` when that goes in a circle. */
static size_t next_due(const struct pack *packs, size_t count, size_t done) {
    size_t next = done;
    for (size_t steps = done; steps <= count; steps++) {
        int waits_for = -1;
        for (size_t i = 0; i < packs[next].require_count && waits_for < 0; i++)
            waits_for = pack_find(packs + done, count - done, packs[next].requires[i].id);
        if (waits_for < 0) return next;
        next = done + (size_t)waits_for;
    }
    return count;
}

void pack_order(struct pack *packs, size_t count, struct problems *problems) {
    report_missing(packs, count, problems);
    for (size_t done = 0; done < count; done++) {
        const size_t next = next_due(packs, count, done);
        if (next == count) {
            problem_error(problems, "pack-cycle", packs[done].place, "规则包“%.*s”与它所要求的规则包互相要求，没有先后",
                          "the pack \"%.*s\" and the packs that it requires require each other", SHOWN(packs[done].id));
            return;
        }
        const struct pack moved = packs[next];
        memmove(packs + done + 1, packs + done, (next - done) * sizeof *packs);
        packs[done] = moved;
    }
}

bool pack_builds_on(const struct pack *packs, size_t count, size_t a, size_t b) {
    for (size_t i = 0; i < packs[a].require_count; i++) {
        const int at = pack_find(packs, count, packs[a].requires[i].id);
        if (at >= 0 && (size_t)at < a && ((size_t)at == b || pack_builds_on(packs, count, (size_t)at, b))) return true;
    }
    return false;
}
