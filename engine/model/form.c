#include <model/form.h>

struct form_cell *form_find(const struct form *form, size_t fact, unsigned row, size_t field) {
    for (size_t i = form->count; i-- > 0;) {
        struct form_cell *cell = &form->cells[i];
        if (cell->fact == fact && cell->row == row && (row == 0 || cell->field == field)) return cell;
    }
    return NULL;
}

static bool has_text(const struct form_cell *cell) { return str_trim(cell->text).length > 0; }

unsigned form_last_row(const struct form *form, size_t fact) {
    unsigned last = 0;
    for (size_t i = 0; i < form->count; i++)
        if (form->cells[i].fact == fact && form->cells[i].row > last && has_text(&form->cells[i])) last = form->cells[i].row;
    return last;
}

bool form_has_row(const struct form *form, size_t fact, unsigned row) {
    for (size_t i = 0; i < form->count; i++)
        if (form->cells[i].fact == fact && form->cells[i].row == row && has_text(&form->cells[i])) return true;
    return false;
}
