#include <door/form/typed.h>

#include <read/read.h>
#include <say/messages.h>
#include <stdio.h>

void typed_take(const struct quanze_typed *fields, size_t count, struct typed *out) {
    for (size_t i = 0; i < count; i++) {
        const int id = fact_find(str_of(fields[i].fact));
        if (id < 0) continue;
        out->at[id] = str_of(fields[i].text);
        out->count++;
    }
}

/* Words of an open vocabulary: rules know them by their names. */
static void name_words(struct value *value, struct arena *arena, struct problems *problems) {
    struct value *items = arena_take_array(arena, value->count, sizeof *items);
    if (!items) {
        problems->out_of_memory = true;
        return;
    }
    for (uint32_t i = 0; i < value->count; i++) items[i] = value_of_text(messages_word_called(value_text(&value->items[i])));
    value->items = items;
}

void typed_read(const struct typed *typed, struct arena *arena, struct problems *problems, struct task *task) {
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        if (!typed->at[id].at) continue;
        task_cell_read((enum fact_id)id, typed->at[id], arena, problems, task);
        if (fact_at(id)->type == FACT_TEXTS && task_given(task, (enum fact_id)id))
            name_words(&task->value[id], arena, problems);
    }
}

void typed_settle_id(const struct typed *typed, struct arena *arena, struct problems *problems, struct task *task) {
    char text[32];
    uint64_t hash = 0;
    if (task_given(task, FACT_ID_ID)) return;
    struct str id = task_text(task, FACT_ID_DOCUMENT_NUMBER);
    for (size_t i = 0; i < FACT_COUNT_ALL; i++)
        if (typed->at[i].at) hash = hash * 31 + str_hash(typed->at[i]);
    if (id.length == 0) {
        const int length = snprintf(text, sizeof text, "form-%012llx", (unsigned long long)(hash >> 16));
        id = arena_copy(arena, (struct str){text, (size_t)length});
    }
    if (id.at)
        task_set(task, FACT_ID_ID, value_of_text(id));
    else
        problems->out_of_memory = true;
}
