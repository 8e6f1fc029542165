/* gather_hints.c - what a notice speaks of and could not be read: no fact, but no silence either. */
#include <read/notice/gather.h>

/* Whether the name of some form, app or other record says the words: "台账" of a form of that name is read already. */
static bool is_in_record(const struct task *task, struct str words) {
    for (size_t id = 0; id < FACT_COUNT_ALL; id++) {
        const struct fact_info *info = fact_at(id);
        if (info->type != FACT_RECORDS || info->fields[0].type != FACT_TEXT || !task_given(task, (enum fact_id)id)) continue;
        const struct value *rows = &task->value[id];
        for (uint32_t row = 0; row < rows->count; row++) {
            const struct value *name = &rows->items[row * info->field_count];
            if (name->state == VALUE_GIVEN && str_find(value_text(name), words) >= 0) return true;
        }
    }
    return false;
}

void gather_hints(struct gathering_facts *gathering) {
    struct notes *notes = gathering->notes;
    for (size_t i = 0; i < gathering->said->count; i++) {
        const struct said *said = &gathering->said->at[i];
        const enum fact_id fact = said->saying->fact;
        if (said->saying->who != WHO_HINT || said->negated || task_knows(notes->task, fact)) continue;
        if (fact_set_has(&notes->doubted, fact)) continue;
        if (said->span.first >= notes->addressees.first && said->span.end <= notes->addressees.end) continue;
        const struct str words = paper_text(&notes->paper, said->span);
        if (is_in_record(notes->task, words)) continue;
        notes_doubt(notes, fact, said->span, "提到“%.*s”，没能读出是否要求、要求什么",
                    "speaks of \"%.*s\"; whether and what it demands could not be read", (int)words.length, words.at);
    }
}
