/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the writers share. A writer of a format is a client of the public
 * header: it visits the nodes of a document and puts bytes. A failure sticks in
 * writer->status: later calls do nothing.
 */
#ifndef PITH_WRITE_WRITER_H
#define PITH_WRITE_WRITER_H

#include "base/buffer.h"
#include "base/str.h"

enum { PITH_WRITER_BUFFER = 4096 };

typedef struct pith_writer {
    pith_sink sink;
    void *context;
    pith_memory *memory;
    unsigned parts;        /* or of pith_part */
    pith_status status;
    size_t size;
    char buffer[PITH_WRITER_BUFFER];
} pith_writer;

void pith_writer_init(pith_writer *writer, pith_sink sink, void *context, pith_memory *memory,
                      unsigned parts);

/* Hands what is left to the sink; gives the status of all. */
pith_status pith_writer_finish(pith_writer *writer);

void pith_put(pith_writer *writer, pith_str bytes);
void pith_put_byte(pith_writer *writer, char byte);

static inline bool pith_writes(const pith_writer *writer, pith_part part)
{
    return (writer->parts & (unsigned)part) != 0;
}

/*
 * Visits a node and those below it in order. `enter` tells whether to visit the
 * node's children; if so, `leave` is called after them. Ends early on failure.
 */
typedef struct pith_visitor {
    bool (*enter)(void *context, const pith_node *node);
    void (*leave)(void *context, const pith_node *node);
    void *context;
} pith_visitor;

void pith_visit(const pith_writer *writer, const pith_visitor *visitor, const pith_node *root);

/* True if the title is to be written: it is asked for, and no heading of the content says it. */
bool pith_needs_title(const pith_writer *writer, const pith_document *document);

/* True for a node that the parts leave out with all that is in it. */
bool pith_is_left_out(const pith_writer *writer, const pith_node *node);

/* True if the item is a paragraph and perhaps lists after it: shown without gaps. */
bool pith_item_is_tight(const pith_node *item);
bool pith_list_is_tight(const pith_node *list); /* all of its items are */

/* True if the number of the item after this one does not follow from this one's. */
bool pith_ends_numbers(const pith_node *item);

/* ---- The formats -------------------------------------------------------- */

void pith_write_text(pith_writer *writer, const pith_document *document);
void pith_write_markdown(pith_writer *writer, const pith_document *document);
void pith_write_json(pith_writer *writer, const pith_document *document);
void pith_write_html(pith_writer *writer, const pith_document *document);
void pith_write_tei(pith_writer *writer, const pith_document *document);

/* One block in plain text, without its title; for JSON's furniture. */
void pith_write_text_node(pith_writer *writer, const pith_node *node);

/* One block in HTML, without empty lines; for Markdown's tables. */
void pith_write_html_node(pith_writer *writer, const pith_node *node);

/* `text` with "&", "<", ">" and '"' as HTML's references. */
void pith_put_html(pith_writer *writer, pith_str text);

#endif
