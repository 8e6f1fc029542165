/* notice_file.h - the text of a notice out of its file: .txt, .md, .html, .docx, in UTF-8 or GB18030, told apart by their
 * bytes.
 *
 * A reader must believe: what comes out is valid UTF-8, its lines ended by \n, at most QUANZE_MAX_NOTICE_BYTES. In .docx and
 * .html each paragraph, and each row of a table, is one line; the cells of a row are parted by tabs.
 */
#ifndef READ_NOTICE_NOTICE_FILE_H
#define READ_NOTICE_NOTICE_FILE_H

#include <base/error.h>
#include <read/notice/paper.h>

/* Whether a path is named as notices are: .docx, .txt, .md, .html, .htm, and .doc and .wps, so that they can be told of. */
bool notice_file_is(const char *path);

/* `path` is for messages, and tells Markdown from plain text. The text lives in the arena. QUANZE_BAD_DATA when the bytes
 * cannot be a notice: too long, neither UTF-8 nor GB18030, an old or protected Word file (which says how to convert), a table,
 * a damaged package; QUANZE_INTERNAL. */
quanze_status notice_file_text(struct str bytes, const char *path, struct arena *arena, struct str *out,
                               struct paper_style *style, struct quanze_error *error);

#endif
