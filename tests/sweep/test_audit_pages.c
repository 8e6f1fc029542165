/* test_audit_pages.c - the page, workbook, tables and circular of an audit with the 1st, 2nd, 3rd ... allocation failing: an
 * error or the same bytes. */
#include "sweep.h"

#include <check.h>
#include <say/audit/audit_circular.h>
#include <say/audit/audit_csv.h>
#include <say/audit/audit_excel.h>
#include <say/audit/audit_html.h>
#include <say/audit_fixture.h>

typedef quanze_status writer(struct buf *out, struct quanze_error *error);

static quanze_status write_html(struct buf *out, struct quanze_error *error) {
    const struct audit_html asked = {QUANZE_ZH, QUANZE_FORMAT_HTML, STR("/tasks/")};
    return say_audit_html(out, audit_fixture(), &asked, error);
}

static quanze_status write_excel(struct buf *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct str bytes = {"", 0};
    quanze_status status = say_audit_excel(audit_fixture(), QUANZE_EN, &arena, &bytes, error);
    if (status == QUANZE_OK) buf_put(out, bytes);
    if (status == QUANZE_OK && out->failed) status = error_memory(error);
    arena_free(&arena);
    return status;
}

static quanze_status write_table(struct buf *out, struct quanze_error *error) {
    return say_audit_csv(out, audit_fixture(), AUDIT_TABLE_TASKS, QUANZE_ZH) ? QUANZE_OK : error_memory(error);
}

static const struct circular_request NOT_DECIDED = {{"", 0}, {"", 0}, {"", 0}, DAY_NONE, DAY_NONE};

static quanze_status write_circular(struct buf *out, struct quanze_error *error) {
    struct arena arena = {0};
    struct document document = {.arena = &arena};
    quanze_status status = say_audit_circular(audit_fixture(), &NOT_DECIDED, &document, error);
    if (status == QUANZE_OK) status = document_docx(&document, out, error);
    arena_free(&arena);
    return status;
}

static writer *write_now;

static quanze_status run(struct sweep_page *page, struct quanze_error *error) {
    struct buf out = {0};
    quanze_status status = write_now(&out, error);
    if (status == QUANZE_OK && !sweep_keep(page, out.at, out.length)) status = QUANZE_IO;
    buf_free(&out);
    return status;
}

static void sweep_writer(writer *write) {
    write_now = write;
    sweep(run, false, 5, NULL);
    sweep(run, true, 5, NULL);
}

static void html(void **state) {
    (void)state;
    sweep_writer(write_html);
}

static void table(void **state) {
    (void)state;
    sweep_writer(write_table);
}

static void excel(void **state) {
    (void)state;
    sweep_writer(write_excel);
}

static void circular(void **state) {
    (void)state;
    sweep_writer(write_circular);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(html), cmocka_unit_test(excel), cmocka_unit_test(table),
                                       cmocka_unit_test(circular)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
