/* task_sheet.h - tasks in the worksheets of a workbook, as office systems export their registers of papers.
 *
 * A reader must believe: every worksheet that has a head of tasks is read, with its own head, wherever the head stands; the
 * others are named in a warning. Columns that are no facts are named in a warning, too: what is not read stays unknown. A head
 * that is repeated, and closing lines (合计, 制表人), are no tasks.
 */
#ifndef READ_TASK_SHEET_H
#define READ_TASK_SHEET_H

#include <read/sheet/sheet.h>
#include <read/task/task_row.h>

/* One worksheet with tasks. */
struct task_sheet {
    const struct sheet *sheet;
    const char *place; /* file and worksheet, as messages name them: "收文.xlsx#2026" */
    struct task_head head;
    size_t first; /* its first row below the head */
};

struct task_book {
    struct task_sheet *at;
    size_t count, rows; /* rows: of all of them, below their heads */
    size_t sheet, row;  /* where reading stands */
};

/* Reads a workbook (.xlsx, or what an office system calls .xls and is a web page). All of it lives in the arena.
 * QUANZE_BAD_DATA with problems when no worksheet has a head of tasks; the other errors are those of sheet_read. */
quanze_status task_book_read(const struct file_source *from, const struct task_keys *keys, struct arena *arena,
                             struct task_book *out, struct problems *problems, struct quanze_error *error);

/* Which task comes next: false at the end. */
bool task_book_next(struct task_book *book, uint32_t *sheet, uint32_t *row);

/* Fills a cleared task from that row. Its texts are the book's. Problems go to `reading`. */
void task_book_task(const struct task_book *book, const struct task_keys *keys, uint32_t sheet, uint32_t row,
                    const struct reading *reading, struct task *out);

#endif
