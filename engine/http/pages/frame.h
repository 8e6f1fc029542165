/* frame.h - what stands around every page: head, navigation, language, foot. */
#ifndef HTTP_FRAME_H
#define HTTP_FRAME_H

#include <http/call.h>
#include <http/pages/template.h>
#include <http/phrase.h>

/* Writes the page `name` of the folder within the frame. */
void frame_write(struct call *call, struct str title, const char *name, struct scope *scope);

/* Writes a part that the library made within the frame. */
void frame_write_part(struct call *call, struct str title, struct str html);

/* A list that the library made: its heading and what stands below it, so that the page can say something between them, and
 * `some`: whether it has rows. */
void frame_put_list(struct scope *scope, const struct buf *part);

#endif
