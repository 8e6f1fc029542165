#include <door/ledger/concern.h>

#include <door/ledger/ledger.h>

static bool same_department(struct str a, struct str b, const struct list *list) {
    if (str_equal(a, b)) return a.length > 0;
    const int one = list ? list_find_department(list, a) : -1;
    return one >= 0 && one == list_find_department(list, b);
}

quanze_side concern_side(struct str office, struct str issuer, const struct str *townships, size_t township_count,
                         const struct list *list) {
    for (size_t i = 0; i < township_count; i++)
        if (office.length > 0 && str_equal(office, townships[i])) return QUANZE_SIDE_TOWNSHIP;
    return same_department(office, issuer, list) ? QUANZE_SIDE_ISSUER : QUANZE_SIDE_NONE;
}

quanze_side concern_of_task(struct str office, const struct task *task, const struct list *list) {
    const struct value *names = task_given(task, FACT_ID_TOWNSHIPS) ? &task->value[FACT_ID_TOWNSHIPS] : NULL;
    for (uint32_t i = 0; names && i < names->count; i++) {
        const struct str name = value_text(&names->items[i]);
        if (concern_side(office, STR(""), &name, 1, list) == QUANZE_SIDE_TOWNSHIP) return QUANZE_SIDE_TOWNSHIP;
    }
    return concern_side(office, task_text(task, FACT_ID_ISSUER_NAME), NULL, 0, list);
}

quanze_status concern_require(const char *office, const struct task *task, const struct list *list, struct place place,
                              struct problems *problems) {
    if (!office || concern_of_task(str_of(office), task, list) != QUANZE_SIDE_NONE) return QUANZE_OK;
    problem_error(problems, "not-yours", place, "这件任务不是“%s”发出或收到的",
                  "this task was neither sent nor received by \"%s\"", office);
    return QUANZE_BAD_DATA;
}

static quanze_status read_side(struct ledger *ledger, const struct list *list, struct str id, struct str office,
                               quanze_side *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct ledger_case now;
    const quanze_status status = ledger_read_case(ledger, id, &arena, &now, error);
    if (status == QUANZE_OK) *out = concern_side(office, now.issuer, now.townships.at, now.townships.count, list);
    arena_free(&arena);
    return status;
}

quanze_status concern_require_id(const char *office, struct ledger *ledger, const struct list *list, struct str id,
                                 struct quanze_error *error) {
    quanze_side side;
    if (!office) return QUANZE_OK;
    const quanze_status status = read_side(ledger, list, id, str_of(office), &side, error);
    if (status != QUANZE_OK) return status == QUANZE_NO_INPUT ? QUANZE_OK : status;
    if (side != QUANZE_SIDE_NONE) return QUANZE_OK;
    return error_set(error, QUANZE_BAD_DATA, "编号“%.*s”在台账里是别的单位的任务，请换一个编号",
                     "the id \"%.*s\" is another office's task in the ledger; take another id", (int)id.length, id.at);
}

quanze_status quanze_task_side(struct quanze_ledger *ledger, const struct quanze *engine, const char *id, const char *office,
                               quanze_side *out, struct quanze_error *error) {
    return read_side(ledger->ledger, engine ? engine_list(engine) : NULL, str_of(id), str_of(office), out, error);
}
