/* SPDX-License-Identifier: Apache-2.0 */
/* The lines of a text, and which of them were wrapped at a width. */
#ifndef PITH_TEXT_LINES_H
#define PITH_TEXT_LINES_H

#include "base/str.h"

#include <stdint.h>

/* A line ends at LF, CR LF, CR, a form feed or a vertical tab. */
enum { PITH_LINE_ENDS = 4 };

typedef struct pith_lines {
    const char *at;                   /* the start of the next line */
    const char *end;
    const char *next[PITH_LINE_ENDS]; /* the next of each line end; `end` where there is none */
} pith_lines;

typedef struct pith_line {
    pith_str text;    /* without white space around */
    uint32_t indent;  /* columns before it; a tab goes to the next multiple of eight */
    uint32_t columns; /* its width, PITH_LINE_LONG for all that is longer */
} pith_line;

enum { PITH_LINE_LONG = 140 }; /* columns: no text is wrapped at that */

void pith_lines_begin(pith_lines *lines, pith_str text);

/* The next line; false at the end of the text. */
bool pith_lines_next(pith_lines *lines, pith_line *line);

/*
 * A stretch of lines between two that are too long for any wrapped text. `width` is
 * that at which its lines were wrapped, or 0.
 */
typedef struct pith_stretch {
    const char *end;
    uint32_t width;
} pith_stretch;

/* The stretch that begins at `lines`, which stay where they are. */
pith_stretch pith_lines_stretch(pith_lines lines);

/* True if the line ends as sentences do. */
bool pith_line_stops(const pith_line *line);

/*
 * True if `next` goes on with a line that was wrapped at the width: one of so many
 * columns had no room for its first word, or, for those who count columns in another
 * way, is nearly as wide and stops in the midst of a sentence that `next` goes on with.
 */
bool pith_line_goes_on(uint32_t columns, bool stops, const pith_line *next, uint32_t width);

#endif
