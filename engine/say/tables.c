/* tables.c - see tables.h. */
#include <say/tables.h>

#include <say/csv.h>

/* Every line of CSV has a cell for each of the head. */
static void end_line(struct tables *tables) {
    for (; tables->cells < tables->heads; tables->cells++) csv_text(tables->csv, STR(""), &tables->later);
    csv_end_line(tables->csv, &tables->later);
    tables->cells = 0;
}

void tables_begin(struct tables *tables, struct str name, const char *title) {
    if (tables->excel) excel_sheet(tables->excel, title);
    tables->is_wanted = tables->csv && str_equal(name, tables->wanted);
    if (!tables->is_wanted) return;
    csv_begin(tables->csv);
    tables->heads = tables->cells = 0;
}

void tables_head(struct tables *tables, struct str text, double width) {
    if (tables->excel) excel_head(tables->excel, text, width);
    if (!tables->is_wanted) return;
    csv_text(tables->csv, text, &tables->later);
    tables->heads++;
    tables->cells++;
}

void tables_row(struct tables *tables) {
    if (tables->excel) excel_row(tables->excel);
    if (tables->is_wanted) end_line(tables);
}

void tables_text(struct tables *tables, struct str text) {
    if (tables->excel) excel_text(tables->excel, text);
    if (!tables->is_wanted) return;
    csv_text(tables->csv, text, &tables->later);
    tables->cells++;
}

void tables_number(struct tables *tables, int64_t number, unsigned digits) {
    if (tables->excel) excel_number(tables->excel, number, digits);
    if (!tables->is_wanted) return;
    csv_number(tables->csv, number, digits, &tables->later);
    tables->cells++;
}

void tables_end(struct tables *tables) {
    if (tables->excel) excel_filter(tables->excel);
    if (tables->is_wanted) end_line(tables);
    tables->is_wanted = false;
}
