/* SPDX-License-Identifier: Apache-2.0 */
/* What the two files of the Markdown writer share: its state, and its blocks' text. */
#ifndef PITH_WRITE_MARKDOWN_H
#define PITH_WRITE_MARKDOWN_H

#include "write/markdown_line.h"
#include "write/writer.h"

/* A list that is open. */
typedef struct pith_md_list {
    int64_t number;          /* of the current item */
    bool ordered;
    bool tight;
    bool first;              /* no item yet */
    char marker;             /* "-" or "*"; "." or ")" */
} pith_md_list;

typedef struct pith_markdown {
    pith_writer *writer;
    pith_line line;          /* the inline content being gathered */
    pith_buffer out;         /* the text of a block, ready but for the prefix */
    pith_buffer prefix;      /* what each line begins with: "> ", spaces */
    pith_md_list *lists;
    uint32_t list_count;
    uint32_t list_capacity;
    bool started;
    bool fresh;              /* just after a marker: the next block begins on its line … */
    uint32_t pad;            /* … after so many spaces */
    bool after_list;         /* a list has just ended; the next one must not continue it */
    char list_marker;        /* its marker */
    bool in_term;            /* strong by itself */
} pith_markdown;

/* Visits any node. */
bool pith_md_enter(void *markdown, const pith_node *node);
void pith_md_leave(void *markdown, const pith_node *node);

/* Adds an inline node to the line; true to go on with its children. */
bool pith_md_enter_inline(pith_markdown *md, const pith_node *node);
void pith_md_leave_inline(pith_markdown *md, const pith_node *node);

/* Writes "[^1]", not terminated, for a note or a reference to it; gives its size. */
enum { PITH_MD_NOTE = 24 };
size_t pith_md_note_mark(const pith_node *node, char mark[PITH_MD_NOTE]);

/* Begins a block: the line ends that are due, and the prefix. */
void pith_md_begin_block(pith_markdown *md);

/* Writes the block in md->out, line by line, and empties it. */
void pith_md_put_block(pith_markdown *md);

/* Writes a table. */
void pith_md_table(pith_markdown *md, const pith_node *table);

#endif
