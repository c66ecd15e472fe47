/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The inline content of one Markdown block. It is gathered first, with the
 * page's own characters told apart from markup, and written when both sides of
 * each character are known: so only what Markdown would misread is escaped.
 */
#ifndef PITH_WRITE_MARKDOWN_LINE_H
#define PITH_WRITE_MARKDOWN_LINE_H

#include "base/buffer.h"
#include "base/str.h"

/* What kind of block the line stands in. */
typedef enum pith_line_kind {
    PITH_LINE_PARAGRAPH,
    PITH_LINE_ITEM,     /* a paragraph that follows a list item's marker */
    PITH_LINE_HEADING,
    PITH_LINE_CELL
} pith_line_kind;

typedef enum pith_mark_kind {
    PITH_MARK_EMPHASIS,
    PITH_MARK_STRONG,
    PITH_MARK_STRIKE
} pith_mark_kind;

/* The beginning or the end of an emphasis. */
typedef struct pith_mark {
    size_t at;          /* it stands before this byte of the line */
    uint32_t partner;   /* index of the other end */
    uint8_t kind;       /* pith_mark_kind */
    bool closes;
    bool dropped;       /* there is nothing between it and its partner */
    bool html;          /* written as a tag: a delimiter would not work here */
} pith_mark;

typedef struct pith_line {
    pith_memory *memory;
    pith_line_kind kind;
    pith_buffer bytes;  /* a sign before each character of the page that may need an escape */
    pith_mark *marks;
    uint32_t mark_count;
    uint32_t mark_capacity;
    uint32_t open[3];   /* by pith_mark_kind: 1 + index of the open mark */
    uint32_t brackets;  /* link texts that are open */
    size_t code_end;    /* where the last code span ended */
    bool failed;
} pith_line;

void pith_line_init(pith_line *line, pith_memory *memory);
void pith_line_release(pith_line *line);
void pith_line_begin(pith_line *line, pith_line_kind kind);

/* Characters of the page. */
void pith_line_text(pith_line *line, pith_str text);

/* Markup. */
void pith_line_raw(pith_line *line, pith_str markup);
void pith_line_open(pith_line *line, pith_mark_kind kind);
void pith_line_close(pith_line *line, pith_mark_kind kind);
void pith_line_code(pith_line *line, pith_str code);

/*
 * "[" or "![", and "](url "title")" with the text of the link or image in
 * between. A link without any text leaves nothing.
 */
void pith_line_open_link(pith_line *line, bool image);
void pith_line_close_link(pith_line *line, bool image, pith_str url, pith_str title);

/* Ends what was opened by the raw tag `opening`; nothing is left if nothing came after it. */
void pith_line_close_tag(pith_line *line, pith_str opening, pith_str closing);

/* Writes the finished line, escaped, to `out`. Nothing if there is nothing to see. */
void pith_line_finish(pith_line *line, pith_buffer *out);

#endif
