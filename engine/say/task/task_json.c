/* task_json.c - the facts of a task as a task file again. On the bulk path of recording. */
#include <say/ledger/ledger_page.h>
#include <say/say_inside.h>

void say_fact_order_make(struct say_fact_order *out) {
    out->count = 0;
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const struct fact_info *info = fact_at(id);
        if (info->absence == ABSENCE_DERIVED || info->absence == ABSENCE_MONTH) continue;
        size_t at = out->count++;
        for (; at > 0 && str_compare(fact_at(out->at[at - 1])->name, info->name) > 0; at--) out->at[at] = out->at[at - 1];
        out->at[at] = (uint16_t)id;
    }
}

/* The part of a name before its dot, or all of it. */
static struct str group_of(struct str name) {
    const ptrdiff_t dot = str_find(name, STR("."));
    return dot < 0 ? (struct str){name.at, 0} : (struct str){name.at, (size_t)dot};
}

void say_write_task(struct writer *writer, const struct task *task, const struct say_fact_order *order) {
    struct str open = STR("");
    writer_open(writer, '{');
    for (size_t i = 0; i < order->count; i++) {
        const size_t id = order->at[i];
        if (!fact_set_has(&task->known, id)) continue;
        const struct str name = fact_at(id)->name, group = group_of(name);
        if (open.length > 0 && !str_equal(open, group)) writer_close(writer, '}');
        if (group.length > 0 && !str_equal(open, group)) {
            writer_key(writer, group);
            writer_open(writer, '{');
        }
        open = group;
        const size_t skip = group.length > 0 ? group.length + 1 : 0;
        writer_key(writer, (struct str){name.at + skip, name.length - skip});
        say_write_value(writer, (enum fact_id)id, &task->value[id]);
    }
    if (open.length > 0) writer_close(writer, '}');
    writer_close(writer, '}');
}

void say_task_json(struct buf *out, const struct task *task, const struct say_fact_order *order) {
    struct writer writer = writer_start(out, WRITER_COMPACT);
    say_write_task(&writer, task, order);
}
