#include <http/deed/typed.h>

const struct quanze_typed *typed_of_form(struct call *call, size_t *count) {
    const struct fields *form = &call->request->form;
    struct quanze_typed *typed = arena_take_array(&call->request->arena, form->count + 1, sizeof *typed);
    *count = 0;
    for (size_t i = 0; typed && i < form->count; i++)
        if (!form->at[i].file_name.at) typed[(*count)++] = (struct quanze_typed){form->at[i].name.at, form->at[i].value.at};
    return typed;
}
