/* audit_write.c - see audit_write.h. */
#include <say/audit/audit_write.h>

void audit_write_ids(struct audit_sheet *sheet, struct audit_tasks tasks) {
    writer_open(&sheet->writer, '[');
    for (size_t i = 0; i < tasks.count; i++) writer_string(&sheet->writer, sheet->report->tasks[tasks.at[i]].id);
    writer_close(&sheet->writer, ']');
}

void audit_write_number(struct audit_sheet *sheet, struct audit_number number) {
    if (number.known)
        writer_decimal(&sheet->writer, number.number, number.digits);
    else
        writer_null(&sheet->writer);
}

void audit_write_count(struct audit_sheet *sheet, size_t count) { writer_int(&sheet->writer, (int64_t)count); }

void audit_write_text(struct audit_sheet *sheet, struct str text) {
    if (text.length > 0)
        writer_string(&sheet->writer, text);
    else
        writer_null(&sheet->writer);
}

void audit_write_department(struct audit_sheet *sheet, int department) {
    audit_write_text(sheet, department < 0 ? STR("") : sheet->report->departments[department].name);
}

void audit_write_township(struct audit_sheet *sheet, int township) {
    audit_write_text(sheet, township < 0 ? STR("") : sheet->report->townships[township].name);
}

void audit_write_departments(struct audit_sheet *sheet, const int *at, size_t count) {
    writer_open(&sheet->writer, '[');
    for (size_t i = 0; i < count; i++) audit_write_department(sheet, at[i]);
    writer_close(&sheet->writer, ']');
}

void audit_write_townships(struct audit_sheet *sheet, const int *at, size_t count) {
    writer_open(&sheet->writer, '[');
    for (size_t i = 0; i < count; i++) audit_write_township(sheet, at[i]);
    writer_close(&sheet->writer, ']');
}

void audit_write_facts(struct audit_sheet *sheet, const struct task *facts) {
    struct writer *writer = &sheet->writer;
    uint16_t order[FACT_COUNT_ALL];
    size_t count = 0;
    for (size_t id = FACT_ID_MONTH_SUBJECT + 1; id < FACT_COUNT_ALL; id++) {
        if (!task_knows(facts, (enum fact_id)id)) continue;
        size_t at = count++;
        for (; at > 0 && str_compare(fact_at(order[at - 1])->name, fact_at(id)->name) > 0; at--) order[at] = order[at - 1];
        order[at] = (uint16_t)id;
    }
    writer_open(writer, '{');
    for (size_t i = 0; i < count; i++) {
        const struct str name = fact_at(order[i])->name;
        const size_t prefix = sizeof "month." - 1;
        writer_key(writer, (struct str){name.at + prefix, name.length - prefix});
        if (task_given(facts, (enum fact_id)order[i]))
            say_write_value(writer, (enum fact_id)order[i], &facts->value[order[i]]);
        else
            writer_null(writer);
    }
    writer_close(writer, '}');
}

const struct audit_condition *audit_conditions(void) {
    static const struct audit_condition conditions[BALANCE_COUNT] = {{STR_INIT("funds"), BALANCE_FUNDS},
                                                                     {STR_INIT("guidance"), BALANCE_GUIDANCE},
                                                                     {STR_INIT("power"), BALANCE_POWER},
                                                                     {STR_INIT("staff"), BALANCE_STAFF},
                                                                     {STR_INIT("time"), BALANCE_TIME}};
    return conditions;
}
