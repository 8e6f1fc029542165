#include <http/deed/typed.h>

/* Whether a field stands in the row "FACT.ROW". */
static bool is_of_row(struct str name, struct str row) {
    return row.length > 0 && name.length > row.length && name.at[row.length] == '.' && str_starts_with(name, row);
}

const struct quanze_typed *typed_of_form(struct call *call, size_t *count) {
    const struct fields *form = &call->request->form;
    const struct str less = fields_value(form, "less");
    struct quanze_typed *typed = arena_take_array(&call->request->arena, form->count + 1, sizeof *typed);
    *count = 0;
    for (size_t i = 0; typed && i < form->count; i++)
        if (!form->at[i].file_name.at && !is_of_row(form->at[i].name, less))
            typed[(*count)++] = (struct quanze_typed){form->at[i].name.at, form->at[i].value.at};
    return typed;
}

bool typed_is_row_button(struct call *call) { return call_form(call, "more") || call_form(call, "less"); }
