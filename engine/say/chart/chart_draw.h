/* chart_draw.h - the strokes of our pictures: SVG in whole pixels, without ids, scripts or anything from outside.
 *
 * A reader must believe: any number of pictures may stand in one page, since nothing in one has a name; a picture can be read
 * without colour, by shape and words; what it shows is also said in its title and description.
 */
#ifndef SAY_CHART_DRAW_H
#define SAY_CHART_DRAW_H

#include <base/buf.h>

/* What a stroke means. Each is also a class, so that a style sheet may change its looks. */
enum draw_mark {
    DRAW_NEED,    /* outline: what is needed */
    DRAW_CAME,    /* fill: what came */
    DRAW_GAP,     /* hatched: what is short */
    DRAW_UNKNOWN, /* dashed outline: nobody said */
    DRAW_GRID,    /* faint line */
    DRAW_LINE,    /* a trend */
    DRAW_LIMIT,   /* dashed line: a threshold */
    DRAW_UP,      /* grew */
    DRAW_DOWN     /* shrank */
};

enum draw_text { DRAW_LABEL, DRAW_VALUE, DRAW_NOTE, DRAW_ALARM };
enum draw_anchor { DRAW_START, DRAW_MIDDLE, DRAW_END };

struct box {
    int x, y, width, height;
};

struct dot {
    int x, y;
};

/* Begins a picture of this size, and its name for those who cannot see it; it grows and shrinks with its column. `linked`: it
 * holds links, so its texts are read one by one. */
void draw_open(struct buf *out, int width, int height, struct str title, bool linked);
/* What it shows, in sentences; once, straight after draw_open. */
void draw_describe(struct buf *out, struct str description);
void draw_close(struct buf *out);

void draw_box(struct buf *out, enum draw_mark mark, struct box box);
/* A filled cell of a share between nothing (0) and the most (1000). */
void draw_shade(struct buf *out, struct box box, int share);
/* An outline with slanting lines in it. */
void draw_hatch(struct buf *out, struct box box);
void draw_line(struct buf *out, enum draw_mark mark, struct dot from, struct dot to);
void draw_path(struct buf *out, enum draw_mark mark, const struct dot *dots, size_t count);
void draw_dot(struct buf *out, enum draw_mark mark, struct dot at);
void draw_arrow(struct buf *out, enum draw_mark mark, struct dot from, struct dot to);
void draw_words(struct buf *out, enum draw_text kind, enum draw_anchor anchor, struct dot at, struct str words);

/* The same from top to bottom, ending at `at`. */
void draw_words_down(struct buf *out, enum draw_text kind, struct dot at, struct str words);

/* Everything until draw_link_end leads to the id that html_anchor makes of `anchor`; an empty one leads nowhere and nothing is
 * written. */
void draw_link(struct buf *out, struct str anchor);
void draw_link_end(struct buf *out, struct str anchor);

/* Pixels that words take, a little more rather than less. */
int draw_width(enum draw_text kind, struct str words);

#endif
